public import Autodiff

/// The squared error (p − t)².
public enum MSE: LossRule {
  public static let name = "mse"
  public static let aliases = ["mse_loss"]
  public static let summary = "the squared error, its mean over the elements"
  public static let source = "Gauss, Theoria combinationis (1823); torch.nn.MSELoss"
  public static let target = Loss.Target.values
  public static let samples = [Loss.Sample([0.5, -1.25, 3], [1, -1, 2])]

  public static func terms<N: Number>(
    _ prediction: [N], _ target: [N], weights: [Double], _ s: Settings
  ) -> [N] {
    zip(prediction, target).map { ($0 - $1).squared }
  }
}
