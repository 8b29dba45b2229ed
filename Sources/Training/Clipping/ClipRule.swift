public import Autodiff

/// One way to clip gradients or weights, written once: computed, made of nodes, and printed.
///
/// A conforming type is an enum without cases in a file of its own, listed in `Clips.all`.
public protocol ClipRule: SendableMetatype {
  /// The word after `clip=` or `clip_weights=`.
  static var name: String { get }
  /// What the language calls the function: `clip_norm`.
  static var function: String { get }
  /// What it is for.
  static var subject: Clip.Subject { get }
  /// One line for help and completion.
  static var summary: String { get }
  /// Where the formula comes from.
  static var source: String { get }
  /// Numbers that are chosen; the first is the bound.
  static var settings: [Setting] { get }
  /// The clipped numbers of some tensors, in the same order.
  static func clipped<N: Number>(_ tensors: [[N]], _ s: Settings) -> [[N]]
}

/// A way to clip as the language sees it.
public final class Clip: Sendable {
  /// What is clipped.
  public enum Subject: Sendable { case gradients, weights }

  public let name: String
  public let function: String
  public let subject: Subject
  public let summary: String
  public let source: String
  public let settings: [Setting]
  /// The clipped numbers.
  public let values: @Sendable ([[Double]], Settings) -> [[Double]]
  /// The same as formulas.
  public let formulas: @Sendable ([[Formula]], Settings) -> [[Formula]]
  /// The same as nodes.
  public let nodes: @Sendable ([[GraphNumber]], Settings) -> [[GraphNumber]]

  /// A clip from its rule.
  public init<R: ClipRule>(_ rule: R.Type) {
    name = R.name
    function = R.function
    subject = R.subject
    summary = R.summary
    source = R.source
    settings = R.settings
    values = { R.clipped($0, $1) }
    formulas = { R.clipped($0, $1) }
    nodes = { R.clipped($0, $1) }
  }

  /// The settings nobody has changed.
  public var defaultSettings: Settings { Settings(settings.map(\.standard)) }
}
