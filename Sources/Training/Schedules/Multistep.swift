public import Autodiff

/// The value times a factor at each of some steps.
public enum Multistep: ScheduleRule {
  public static let name = "multistep"
  public static let summary = "times a factor at each of some steps"
  public static let source = "torch.optim.lr_scheduler.MultiStepLR"
  public static let settings = [
    Setting.start("lr"), Setting.factor(0.1),
  ]
  public static let list: Setting? = Setting(
    "at", .nan, "the steps at which it falls", in: 0 ... .infinity)
  public static let example: [Double] = [0.1, 0.5, 3, 7]

  public static func value<N: Number>(_ t: N, _ s: Settings) -> N {
    let passed = s.values.dropFirst(settings.count).map { N.indicator(t .>= $0) }
    guard let first = passed.first else { return N(s[0]) }
    return N(s[0]) * N.pow(N(s[1]), passed.dropFirst().reduce(first) { $0 + $1 })
  }
}
