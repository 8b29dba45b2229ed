public import Autodiff

/// The squared error up to a distance delta, and a straight line beyond it.
public enum Huber: LossRule {
  public static let name = "huber"
  public static let aliases = ["huber_loss"]
  public static let summary = "squared for small errors, straight for large ones"
  public static let source = "Huber (1964); torch.nn.HuberLoss"
  public static let target = Loss.Target.values
  public static let settings = [
    Setting(
      "delta", 1, "the error from which it is straight", in: .leastNonzeroMagnitude ... .infinity)
  ]
  public static let samples = [
    Loss.Sample([0.5, -1.25, 4], [1, -1, 2])
  ]

  public static func terms<N: Number>(
    _ prediction: [N], _ target: [N], weights: [Double], _ s: Settings
  ) -> [N] {
    zip(prediction, target).map { prediction, target in
      let error = prediction - target
      return N.choose(
        N.abs(error) .<= s[0], 0.5 * error.squared, s[0] * (N.abs(error) - s[0] / 2))
    }
  }
}
