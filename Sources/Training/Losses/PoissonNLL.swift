public import Autodiff

/// The negative log-likelihood of counts under a Poisson distribution, without the term ln t! that
/// no prediction changes; the prediction is the logarithm of the mean, or the mean.
public enum PoissonNLL: LossRule {
  public static let name = "poisson_nll"
  public static let aliases = ["poisson_nll_loss"]
  public static let summary = "the negative log-likelihood of counts"
  public static let source = "torch.nn.PoissonNLLLoss"
  public static let target = Loss.Target.values
  public static let settings = [
    Setting("log_input", words: ["true", "false"], "whether predictions are logarithms"),
    Setting("eps", 1e-8, "keeps the logarithm of 0 finite if they are not", in: 0 ... .infinity),
  ]
  public static let samples = [
    Loss.Sample([0.3, 1.7, 2.2], [1, 0, 9])
  ]

  public static func terms<N: Number>(
    _ prediction: [N], _ target: [N], weights: [Double], _ s: Settings
  ) -> [N] {
    zip(prediction, target).map { p, t in
      s[0] == 0 ? N.exp(p) - t * p : p - t * N.log(p + s[1])
    }
  }
}
