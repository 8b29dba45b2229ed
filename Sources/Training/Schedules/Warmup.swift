public import Autodiff

/// A straight line up to a value, which then stays.
public enum Warmup: ScheduleRule {
  public static let name = "warmup"
  public static let summary = "a straight line up to the value, which then stays"
  public static let source =
    "torch.optim.lr_scheduler.LinearLR, with a value in the place of the start factor"
  public static let settings = [
    Setting("lr", .nan, "the value after the warm-up"), Setting.steps,
    Setting("start", 0, "the value at the start"),
  ]
  public static let example: [Double] = [0.1, 5]

  public static func value<N: Number>(_ t: N, _ s: Settings) -> N {
    Ramp.value(t, Settings([s[2], s[1], s[0]]))
  }
}
