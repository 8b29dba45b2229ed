public import Autodiff

/// A straight line from one value to another, which then stays.
public enum Ramp: ScheduleRule {
  public static let name = "ramp"
  public static let summary = "a straight line to another value, which then stays"
  public static let source =
    "torch.optim.lr_scheduler.LinearLR, with values in the place of factors"
  public static let settings = [
    Setting.start("lr"), Setting.steps,
    Setting("end", 0, "the value at the end"),
  ]
  public static let example: [Double] = [0.1, 10]

  public static func value<N: Number>(_ t: N, _ s: Settings) -> N {
    N.choose(t .< s[1], N(s[0]) + (s[2] - s[0]) * t / s[1], N(s[2]))
  }
}
