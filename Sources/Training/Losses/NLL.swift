public import Autodiff

/// The negative log-likelihood −qₖ of the right class, from log-probabilities q.
public enum NLL: LossRule {
  public static let name = "nll"
  public static let aliases = ["nll_loss"]
  public static let summary = "minus the log-probability of the right class"
  public static let source = "torch.nn.NLLLoss"
  public static let target = Loss.Target.classes
  public static let samples = [
    Loss.Sample([-1.5, -0.7, -1.2], [2]),
    Loss.Sample([-1.5, -0.7, -1.2], [0.1, 0.6, 0.3]),
  ]
  public static let meanIsWeighted = true

  public static func terms<N: Number>(
    _ prediction: [N], _ target: [N], weights: [Double], _ s: Settings
  ) -> [N] {
    [-Classes.expected(prediction, target, weights: weights)]
  }
}
