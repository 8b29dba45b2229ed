public import Autodiff

/// One cosine up to the largest value and one down to nearly nothing, where it stays.
///
/// PyTorch also cycles the momentum the other way: `one_cycle(0.85, steps, div_factor=0.85/0.95,
/// final_div_factor=1)` does.
public enum OneCycle: ScheduleRule {
  public static let name = "one_cycle"
  public static let summary = "one wave up to the value, and a longer one down"
  public static let source = "Smith and Topin (2018); torch.optim.lr_scheduler.OneCycleLR"
  public static let settings = [
    Setting("lr", .nan, "the largest value"), Setting.steps,
    Setting("pct_start", 0.3, "the part of the steps that goes up", in: 0...1),
    Setting(
      "div_factor", 25, "the largest value divided by the first",
      in: .leastNonzeroMagnitude ... .infinity),
    Setting(
      "final_div_factor", 1e4, "the first value divided by the last",
      in: .leastNonzeroMagnitude ... .infinity),
  ]
  public static let example: [Double] = [0.1, 10]

  public static func value<N: Number>(_ t: N, _ s: Settings) -> N {
    let (peak, top, end) = (s[0], s[2] * s[1] - 1, s[1] - 1)
    let first = peak / s[3]
    let last = first / s[4]
    let falling = N.choose(
      t .< end, N.wave(from: peak, to: last, (t - top) / (end - top)), N(last))
    guard top > 0 else { return falling }
    return N.choose(t .<= top, N.wave(from: first, to: peak, t / top), falling)
  }
}
