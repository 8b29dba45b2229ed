public import Autodiff

/// The distance |p − t|.
public enum MAE: LossRule {
  public static let name = "mae"
  public static let aliases = ["l1_loss"]
  public static let summary = "the absolute error"
  public static let source = "torch.nn.L1Loss"
  public static let target = Loss.Target.values
  public static let samples = [
    Loss.Sample([0.5, -1.25, 3], [1, -1, 2])
  ]

  public static func terms<N: Number>(
    _ prediction: [N], _ target: [N], weights: [Double], _ s: Settings
  ) -> [N] {
    zip(prediction, target).map { N.abs($0 - $1) }
  }
}
