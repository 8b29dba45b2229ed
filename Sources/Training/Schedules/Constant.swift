public import Autodiff

/// Always the same value.
public enum Constant: ScheduleRule {
  public static let name = "constant"
  public static let summary = "always the same value"
  public static let source = "torch.optim.lr_scheduler.ConstantLR with factor 1"
  public static let settings = [
    Setting("value", .nan, "the value")
  ]
  public static let example: [Double] = [0.1]

  public static func value<N: Number>(_ t: N, _ s: Settings) -> N { N(s[0]) }
}
