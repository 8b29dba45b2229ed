public import Autodiff

/// One schedule, a function of the number of steps already done, written once: the formula is
/// computed, becomes nodes, and is printed.
///
/// A conforming type is an enum without cases in a file of its own, listed in `Schedules.all`.
public protocol ScheduleRule: SendableMetatype {
  /// What the language calls it.
  static var name: String { get }
  /// One line for help and completion.
  static var summary: String { get }
  /// Where the formula comes from; PyTorch's class where there is one.
  static var source: String { get }
  /// Numbers that are chosen; one whose default is nan must be.
  static var settings: [Setting] { get }
  /// What any number of further numbers mean, which stand behind the settings; nil if there are
  /// none.
  static var list: Setting? { get }
  /// Numbers for the first settings, and behind all of them for the list, with which the reference
  /// shows it over the steps from 0 to 10.
  static var example: [Double] { get }
  /// The value after `t` steps, from 0.
  static func value<N: Number>(_ t: N, _ s: Settings) -> N
}

extension ScheduleRule {
  public static var list: Setting? { nil }
}

/// A schedule as the language sees it.
public final class Schedule: Sendable {
  public let name: String
  public let summary: String
  public let source: String
  public let settings: [Setting]
  /// What any number of further numbers mean, which stand behind the settings.
  public let list: Setting?
  /// Numbers for the first settings, and behind all of them for the list, to show it with.
  public let example: [Double]
  /// The value after so many steps.
  public let value: @Sendable (Double, Settings) -> Double
  /// The same as a formula.
  public let formula: @Sendable (Formula, Settings) -> Formula
  /// The same as nodes.
  public let node: @Sendable (GraphNumber, Settings) -> GraphNumber

  /// A schedule from its rule.
  public init<R: ScheduleRule>(_ rule: R.Type) {
    name = R.name
    summary = R.summary
    source = R.source
    settings = R.settings
    list = R.list
    example = R.example
    value = { R.value($0, $1) }
    formula = { R.value($0, $1) }
    node = { R.value($0, $1) }
  }

  /// The settings nobody has changed.
  public var defaultSettings: Settings { Settings(settings.map(\.standard)) }
}
