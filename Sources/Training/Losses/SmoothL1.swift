public import Autodiff

/// The distance with its corner rounded off up to beta: Huber's loss divided by beta.
public enum SmoothL1: LossRule {
  public static let name = "smooth_l1"
  public static let aliases = ["smooth_l1_loss"]
  public static let summary = "the absolute error with a rounded corner"
  public static let source = "Girshick (2015); torch.nn.SmoothL1Loss"
  public static let target = Loss.Target.values
  public static let settings = [
    Setting("beta", 1, "the error from which it is straight", in: 0 ... .infinity)
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
        N.abs(error) .< s[0], 0.5 * error.squared / s[0], N.abs(error) - s[0] / 2)
    }
  }
}
