public import Autodiff

/// The hinge max(0, 1 − t·p) for targets −1 and 1.
public enum Hinge: LossRule {
  public static let name = "hinge"
  public static let summary = "0 beyond the margin, straight before it; targets -1 and 1"
  public static let source = "Cortes and Vapnik (1995)"
  public static let target = Loss.Target.values
  public static let decision: Decision? = .above(0, middle: 0)
  public static let samples = [
    Loss.Sample([0.5, -1.25, 3, 0.2], [1, -1, -1, -1])
  ]

  public static func terms<N: Number>(
    _ prediction: [N], _ target: [N], weights: [Double], _ s: Settings
  ) -> [N] {
    zip(prediction, target).map { N.relu(1 - $1 * $0) }
  }
}
