public import Autodiff

/// Up and down in straight lines between a floor and a value.
public enum Cyclic: ScheduleRule {
  public static let name = "cyclic"
  public static let summary = "up and down in straight lines from a floor"
  public static let source = "Smith (2017); torch.optim.lr_scheduler.CyclicLR, triangular"
  public static let settings = [
    Setting("lr", .nan, "the largest value"), Setting.floor(.nan),
    Setting("steps", .nan, "how many steps it goes up, and as many down", in: 1 ... .infinity),
  ]
  public static let example: [Double] = [0.1, 0.02, 4]

  public static func value<N: Number>(_ t: N, _ s: Settings) -> N {
    let (peak, floor, wave) = (s[0], s[1], 2 * s[2])
    let place = t / wave - N.floor(t / wave)
    return floor + (peak - floor) * N.choose(place .<= 0.5, 2 * place, 2 * (1 - place))
  }
}
