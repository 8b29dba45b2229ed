public import Autodiff

/// The hinge without its corner, ln(1 + e^(−t·p)), for targets −1 and 1.
public enum SoftMargin: LossRule {
  public static let name = "soft_margin"
  public static let aliases = ["soft_margin_loss"]
  public static let summary = "the logistic loss ln(1 + e^(-t*p)); targets -1 and 1"
  public static let source = "torch.nn.SoftMarginLoss"
  public static let target = Loss.Target.values
  public static let decision: Decision? = .above(0, middle: 0)
  public static let samples = [
    Loss.Sample([0.5, -1.25, 3, 0.2], [1, -1, -1, -1])
  ]

  public static func terms<N: Number>(
    _ prediction: [N], _ target: [N], weights: [Double], _ s: Settings
  ) -> [N] {
    zip(prediction, target).map { N.softplus(-($1 * $0)) }
  }
}
