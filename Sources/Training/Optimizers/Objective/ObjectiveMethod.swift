public import Autodiff
public import Reporting

/// A method that changes all parameters at once, looking at the objective as often as it needs.
///
/// A conforming type is a struct in a file of its own, listed in `ObjectiveMethods.all`; what it
/// remembers from step to step are its properties.
public protocol ObjectiveMethod: Sendable {
  /// What the language calls it; PyTorch's name in small letters where PyTorch has it.
  static var name: String { get }
  /// One line for help and completion.
  static var summary: String { get }
  /// Where the method comes from.
  static var source: String { get }
  /// Numbers that are chosen; a setting that is neither a word nor a count may follow a schedule.
  static var settings: [Setting] { get }
  /// The method before its first step.
  init()
  /// Changes the parameters, and tells what was done.
  ///
  /// - Parameters:
  ///   - step: which step it is, from 1.
  ///   - settings: the settings at this step.
  /// - Throws: a report of why no step can be made, or what the objective throws; the parameters
  ///   are then as they were.
  mutating func step(
    _ objective: Objective, _ parameters: inout [Double], _ step: Int, _ settings: Settings
  ) throws(Diagnostic) -> MethodStory
}

extension ObjectiveMethod {
  /// The settings nobody has changed.
  public static var defaultSettings: Settings { Settings(settings.map(\.standard)) }
}
