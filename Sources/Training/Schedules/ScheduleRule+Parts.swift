import Autodiff

/// The settings that many schedules have in common; one whose default is nan must be chosen.
extension Setting {
  static func start(_ name: String) -> Setting { Setting(name, .nan, "the value it starts from") }
  static func factor(_ standard: Double) -> Setting {
    Setting("factor", standard, "what it is multiplied by", in: 0 ... .infinity)
  }
  static let steps = Setting(
    "steps", .nan, "how many steps it takes; then the last value stays", in: 1 ... .infinity)
  static func floor(_ standard: Double) -> Setting {
    Setting("floor", standard, "the smallest value")
  }
}

extension Number {
  /// Half a wave of the cosine from one value, at part 0, to another, at part 1.
  static func wave(from first: Double, to last: Double, _ part: Self) -> Self {
    let wave = (first - last) * (1 + cos(named("π", .pi) * part)) / 2
    return last == 0 ? wave : last + wave
  }
}
