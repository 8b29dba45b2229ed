public import Autodiff

/// Cosine after cosine, each longer than the last by a factor.
public enum CosineRestarts: ScheduleRule {
  public static let name = "cosine_restarts"
  public static let summary = "cosine after cosine, each longer by a factor"
  public static let source =
    "Loshchilov and Hutter (2017); torch.optim.lr_scheduler.CosineAnnealingWarmRestarts"
  public static let settings = [
    Setting.start("lr"),
    Setting(
      "steps", .nan, "how many steps the first wave takes", in: 1 ... .infinity,
      isWhole: true),
    Setting(
      "factor", 1, "how many times longer every wave is than the one before", in: 1...1e6,
      isWhole: true),
    Setting.floor(0),
  ]
  public static let example: [Double] = [0.1, 3, 2]

  public static func value<N: Number>(_ t: N, _ s: Settings) -> N {
    let (steps, factor) = (s[1], s[2])
    guard factor > 1 else {
      return N.wave(from: s[0], to: s[3], t / steps - N.floor(t / steps))
    }
    // Half a step more keeps the logarithm of a whole power from being rounded down.
    let growth = N.floor(N.log(1 + (t + 0.5) * (factor - 1) / steps) / N.log(N(factor)))
    let length = N.pow(N(factor), growth)
    let start = (length - 1) / (factor - 1)
    return N.wave(from: s[0], to: s[3], (t / steps - start) / length)
  }
}
