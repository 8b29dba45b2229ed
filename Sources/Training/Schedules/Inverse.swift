public import Autodiff

/// The value divided by a power of a number that grows with the steps.
public enum Inverse: ScheduleRule {
  public static let name = "inverse"
  public static let summary = "divided by a power of 1 + alpha·t"
  public static let source = "Robbins and Monro (1951)"
  public static let settings = [
    Setting.start("eta0"),
    Setting("alpha", .nan, "how fast it falls"),
    Setting("beta", 1, "the power"),
  ]
  public static let example: [Double] = [0.1, 0.5]

  public static func value<N: Number>(_ t: N, _ s: Settings) -> N {
    N(s[0]) * N.pow(1 + s[1] * t, N(-s[2]))
  }
}
