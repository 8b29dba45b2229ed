public import Autodiff

/// A power of the part of the steps that is left, and 0 when none is.
public enum Polynomial: ScheduleRule {
  public static let name = "polynomial"
  public static let summary = "a power of the part of the steps that is left"
  public static let source = "torch.optim.lr_scheduler.PolynomialLR"
  public static let settings = [
    Setting.start("eta0"), Setting.steps,
    Setting("power", 1, "how the curve is bent; 1 is a straight line", in: 0 ... .infinity),
  ]
  public static let example: [Double] = [0.1, 10, 2]

  public static func value<N: Number>(_ t: N, _ s: Settings) -> N {
    N.choose(t .< s[1], N(s[0]) * N.pow(1 - t / s[1], N(s[2])), N(0))
  }
}
