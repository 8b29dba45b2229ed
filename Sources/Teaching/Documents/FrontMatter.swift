public import Reporting

/// The facts about a document that stand between the lines `---` at its beginning.
public struct FrontMatter: Sendable {
  /// A piece of text and where it stands.
  public struct Scalar: Sendable {
    /// The words.
    public var text: String
    /// Where they stand.
    public var range: SourceRange
  }

  /// What a key has.
  public enum Value: Sendable {
    /// A piece of text or a number.
    case scalar(Scalar)
    /// `[a, b]`, or a line `- a` for each.
    case list([Scalar])
    /// Lines `key: value`, further in.
    case map([(key: Scalar, value: Scalar)])
  }

  /// A key and what it has.
  public struct Field: Sendable {
    /// The key.
    public var key: Scalar
    /// What it has.
    public var value: Value
  }

  /// The fields, in order; no key twice.
  public let fields: [Field]
  /// Its bytes, the lines `---` among them.
  let bytes: Range<Int>

  /// What a key has; nil if the key is not there.
  public func value(_ key: String) -> Value? { fields.first { $0.key.text == key }?.value }

  /// The place of a whole front matter, for what is missing in it.
  var range: SourceRange {
    SourceRange(
      start: UInt32(clamping: bytes.lowerBound + 1), end: UInt32(clamping: bytes.lowerBound + 4))
  }
}
