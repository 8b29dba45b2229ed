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
  /// Numbers that are chosen; the first is the value it starts from.
  static var settings: [Setting] { get }
  /// The value after `t` steps, from 0.
  static func value<N: Number>(_ t: N, _ s: Settings) -> N
}

/// A schedule as the language sees it.
public final class Schedule: Sendable {
  public let name: String
  public let summary: String
  public let source: String
  public let settings: [Setting]
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
    value = { R.value($0, $1) }
    formula = { R.value($0, $1) }
    node = { R.value($0, $1) }
  }

  /// The settings nobody has changed.
  public var defaultSettings: Settings { Settings(settings.map(\.standard)) }
}
