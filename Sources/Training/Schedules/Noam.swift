public import Autodiff

/// Up in a straight line, then down with the root of the steps.
public enum Noam: ScheduleRule {
  public static let name = "noam"
  public static let summary = "up in a straight line, then down with the root of the steps"
  public static let source = "Vaswani and others (2017), equation 3"
  public static let settings = [
    Setting("d", .nan, "the width of the model", in: 1 ... .infinity),
    Setting("warmup", .nan, "how many steps it goes up", in: 1 ... .infinity),
  ]
  public static let example: [Double] = [64, 4]

  public static func value<N: Number>(_ t: N, _ s: Settings) -> N {
    N.pow(N(s[0]), N(-0.5))
      * N.min(N.pow(t + 1, N(-0.5)), (t + 1) * N.pow(N(s[1]), N(-1.5)))
  }
}
