public import Autodiff

/// Half the squared error, (p − t)²/2, whose derivative is the error itself.
public enum HalfMSE: LossRule {
  public static let name = "half_mse"
  public static let summary = "half the squared error"
  public static let source = "Rumelhart, Hinton and Williams (1986)"
  public static let target = Loss.Target.values
  public static let samples = [
    Loss.Sample([0.5, -1.25, 3], [1, -1, 2])
  ]

  public static func terms<N: Number>(
    _ prediction: [N], _ target: [N], weights: [Double], _ s: Settings
  ) -> [N] {
    zip(prediction, target).map { ($0 - $1).squared / 2 }
  }
}
