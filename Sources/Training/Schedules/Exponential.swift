public import Autodiff

/// The value times a factor at every step.
public enum Exponential: ScheduleRule {
  public static let name = "exponential"
  public static let summary = "times a factor at every step"
  public static let source = "torch.optim.lr_scheduler.ExponentialLR"
  public static let settings = [
    Setting.start("lr"), Setting.factor(.nan),
  ]
  public static let example: [Double] = [0.1, 0.8]

  public static func value<N: Number>(_ t: N, _ s: Settings) -> N {
    N(s[0]) * N.pow(N(s[1]), t)
  }
}
