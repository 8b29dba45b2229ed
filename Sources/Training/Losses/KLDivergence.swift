public import Autodiff

/// The divergence t·(ln t − q) of Kullback and Leibler, whose prediction q is a logarithm.
public enum KLDivergence: LossRule {
  public static let name = "kl_div"
  public static let summary = "the Kullback-Leibler divergence from log-probabilities"
  public static let source = "Kullback and Leibler (1951); torch.nn.KLDivLoss"
  public static let target = Loss.Target.values
  public static let settings = [
    Setting("log_target", words: ["false", "true"], "whether targets are logarithms too")
  ]
  public static let samples = [
    Loss.Sample([-1.5, -0.7, -1.2], [0.1, 0.6, 0.3])
  ]

  public static func terms<N: Number>(
    _ prediction: [N], _ target: [N], weights: [Double], _ s: Settings
  ) -> [N] {
    zip(prediction, target).map { q, t in
      s[0] == 1 ? N.exp(t) * (t - q) : N.xlogy(t, t) - t * q
    }
  }
}
