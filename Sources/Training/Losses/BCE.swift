public import Autodiff

/// The binary cross-entropy −(t·ln p + (1 − t)·ln(1 − p)) of a probability p.
///
/// It follows the mathematics: infinite where p says 0 and t does not, without the bounds that
/// PyTorch puts on its logarithms.
public enum BCE: LossRule {
  public static let name = "bce"
  public static let aliases = ["binary_cross_entropy"]
  public static let summary = "the binary cross-entropy of a probability"
  public static let source = "torch.nn.BCELoss"
  public static let target = Loss.Target.values
  public static let decision: Decision? = .above(0.5, middle: 0.5)
  public static let samples = [
    Loss.Sample([0.9, 0.2, 0.5], [1, 0, 0.25])
  ]

  public static func terms<N: Number>(
    _ prediction: [N], _ target: [N], weights: [Double], _ s: Settings
  ) -> [N] {
    zip(prediction, target).map { p, t in -(N.xlogy(t, p) + N.xlog1py(1 - t, -p)) }
  }
}
