public import Autodiff
public import Reporting

/// What a setting is during a training: a number, or one that changes with the steps.
public enum SettingValue {
  /// Always the same.
  case number(Double)
  /// A function of the number of steps already done.
  case schedule(any StepSchedule)
  /// Falls when the loss has stopped falling.
  case plateau(PlateauValue)

  /// Its value after so many steps.
  public func value(after done: Int) throws(Diagnostic) -> Double {
    switch self {
    case .number(let number): number
    case .schedule(let schedule): try schedule.value(after: done)
    case .plateau(let plateau): plateau.state.value
    }
  }

  var isAlwaysZero: Bool { if case .number(0) = self { true } else { false } }
  var isPlateau: Bool { if case .plateau = self { true } else { false } }

  /// Tells a plateau the loss after one more epoch.
  func observe(_ loss: Double) {
    if case .plateau(let plateau) = self { plateau.state.observe(loss) }
  }
}

/// A number that depends on the number of steps already done.
public protocol StepSchedule {
  /// Its value after so many steps.
  func value(after done: Int) throws(Diagnostic) -> Double
}

/// A plateau that a training tells its losses.
public final class PlateauValue {
  var state: Plateau
  /// The numbers for its settings, in their order.
  public let settings: Settings

  /// A plateau that has heard nothing yet, from the numbers for its settings.
  public init(_ settings: Settings) {
    self.settings = settings
    state = Plateau(settings)
  }
}

/// Numbers of a rule, each perhaps on a schedule.
public struct ScheduledSettings {
  /// What is chosen, in the rule's order.
  public let settings: [Setting]
  /// The value of each.
  public let values: [SettingValue]
  /// Complains about a number that a setting may not be, after so many steps.
  private let refuse: (Setting, Double, Int) -> Diagnostic

  /// Settings and their values; `refuse` words the complaint about a number that is not allowed,
  /// and the number of steps after which a schedule gave it.
  public init(
    _ settings: [Setting], _ values: [SettingValue],
    refuse: @escaping (Setting, Double, Int) -> Diagnostic
  ) {
    self.settings = settings
    self.values = values
    self.refuse = refuse
  }

  var hasPlateau: Bool { values.contains(where: \.isPlateau) }

  /// Whether none of them ever changes.
  var isLasting: Bool {
    values.allSatisfy { if case .number = $0 { true } else { false } }
  }

  /// Tells plateaus the loss after one more epoch.
  func observe(_ loss: Double) {
    for value in values { value.observe(loss) }
  }

  /// The numbers after so many steps, each checked.
  public func numbers(after done: Int) throws(Diagnostic) -> Settings {
    var numbers: [Double] = []
    for (setting, value) in zip(settings, values) {
      let number = try value.value(after: done)
      guard setting.allowed.contains(number) || number.isNaN && setting.standard.isNaN else {
        throw refuse(setting, number, done)
      }
      numbers.append(number)
    }
    return Settings(numbers)
  }
}

extension SettingValue {
  /// The same; a plateau that hears other losses from now on.
  func copied() -> SettingValue {
    guard case .plateau(let plateau) = self else { return self }
    let copy = PlateauValue(plateau.settings)
    copy.state = plateau.state
    return .plateau(copy)
  }
}

extension ScheduledSettings {
  /// The same with plateaus of their own.
  func copied() -> ScheduledSettings {
    ScheduledSettings(settings, values.map { $0.copied() }, refuse: refuse)
  }
}
