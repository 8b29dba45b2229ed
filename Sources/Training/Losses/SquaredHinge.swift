public import Autodiff

/// The square of the hinge, for targets −1 and 1.
public enum SquaredHinge: LossRule {
  public static let name = "squared_hinge"
  public static let summary = "the hinge squared; targets -1 and 1"
  public static let source = "Tang (2013)"
  public static let target = Loss.Target.values
  public static let decision: Decision? = .above(0, middle: 0)
  public static let samples = [
    Loss.Sample([0.5, -1.25, 3, 0.2], [1, -1, -1, -1])
  ]

  public static func terms<N: Number>(
    _ prediction: [N], _ target: [N], weights: [Double], _ s: Settings
  ) -> [N] {
    zip(prediction, target).map { N.relu(1 - $1 * $0).squared }
  }
}
