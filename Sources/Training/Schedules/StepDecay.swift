public import Autodiff

/// The value times a factor every so many steps.
public enum StepDecay: ScheduleRule {
  public static let name = "step_decay"
  public static let summary = "times a factor every so many steps"
  public static let source = "torch.optim.lr_scheduler.StepLR"
  public static let settings = [
    Setting.start("lr"),
    Setting("every", .nan, "how many steps lie between two falls", in: 1 ... .infinity),
    Setting.factor(0.1),
  ]
  public static let example: [Double] = [0.1, 4, 0.5]

  public static func value<N: Number>(_ t: N, _ s: Settings) -> N {
    N(s[0]) * N.pow(N(s[2]), N.floor(t / s[1]))
  }
}
