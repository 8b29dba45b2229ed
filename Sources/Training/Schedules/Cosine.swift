public import Autodiff

/// Half a wave of the cosine, from a value down to a floor, which then stays.
public enum Cosine: ScheduleRule {
  public static let name = "cosine"
  public static let summary = "half a wave of the cosine down to a floor"
  public static let source =
    "Loshchilov and Hutter (2017); torch.optim.lr_scheduler.CosineAnnealingLR"
  public static let settings = [
    Setting.start("lr"), Setting.steps, Setting.floor(0),
  ]
  public static let example: [Double] = [0.1, 10]

  public static func value<N: Number>(_ t: N, _ s: Settings) -> N {
    N.choose(t .< s[1], N.wave(from: s[0], to: s[2], t / s[1]), N(s[2]))
  }
}
