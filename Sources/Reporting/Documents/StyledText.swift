/// A run of text whose pieces know what they are, so that a renderer can choose how they look.
public struct StyledText: Sendable, Equatable, ExpressibleByStringLiteral {
  /// What a piece of text is.
  public enum Style: Sendable, Hashable {
    /// Ordinary words.
    case plain
    /// Something the learner named or wrote.
    case name
    /// A number that was computed.
    case number
    /// A formula.
    case formula
    /// A title, or the word that says what follows.
    case heading
    /// What is said with more weight.
    case emphasis
    /// What may be read last.
    case muted
    /// Right.
    case good
    /// Wrong.
    case bad
    /// Worth a second look.
    case warning
    /// One of several things in one picture, counted from 0; after six the colours begin again.
    ///
    /// A colour is never all that tells two of them apart: their marks differ too.
    case series(Int)
  }

  /// A piece of text of one style.
  public struct Span: Sendable, Equatable {
    /// The words.
    public var text: String
    /// What they are.
    public var style: Style
  }

  /// The pieces, from left to right.
  public var spans: [Span] = []

  /// No text.
  public init() {}

  /// Text of one style.
  public init(_ text: String, _ style: Style = .plain) {
    if !text.isEmpty { spans = [Span(text: text, style: style)] }
  }

  /// Ordinary words.
  public init(stringLiteral value: String) {
    self.init(value)
  }

  /// All the words without their styles.
  public var text: String {
    spans.map(\.text).joined()
  }

  /// One text after another.
  public static func + (left: StyledText, right: StyledText) -> StyledText {
    var sum = left
    sum.spans += right.spans
    return sum
  }

  /// Adds text at the end.
  public static func += (left: inout StyledText, right: StyledText) {
    left.spans += right.spans
  }

  /// Adds a piece at the end.
  public mutating func add(_ text: String, _ style: Style = .plain) {
    if !text.isEmpty { spans.append(Span(text: text, style: style)) }
  }
}
