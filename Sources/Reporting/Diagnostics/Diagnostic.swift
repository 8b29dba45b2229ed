/// Something to tell the person who wrote a program: what, where, and what would mend it.
public struct Diagnostic: Error, Sendable, Equatable {
  /// How bad it is.
  public enum Severity: String, Sendable {
    /// The statement could not be carried out.
    case error
    /// The statement was carried out, and the result deserves a second look.
    case warning
    /// Something the person may want to know.
    case note
  }

  /// A change to the text that would mend it.
  public struct Fix: Sendable, Equatable {
    /// What the change does, as an order: "write 'tanh'".
    public var message: String
    /// The text to replace.
    public var range: SourceRange
    /// What to put there.
    public var replacement: String

    /// A fix from its parts.
    public init(_ message: String, replacing range: SourceRange, with replacement: String) {
      self.message = message
      self.range = range
      self.replacement = replacement
    }
  }

  /// How bad it is.
  public var severity: Severity
  /// A stable name for this kind of message, such as `unknown-name`; programs may test for it.
  public var id: String
  /// One sentence: what is wrong, in the person's own words.
  public var message: String
  /// The text it is about; `.none` if it is about no text.
  public var range: SourceRange
  /// Further sentences: what was expected, where the other half is, what to do next.
  public var notes: [String]
  /// Changes that would mend it.
  public var fixes: [Fix]

  /// A diagnostic from its parts.
  public init(
    _ severity: Severity, _ id: String, _ message: String, at range: SourceRange,
    notes: [String] = [], fixes: [Fix] = []
  ) {
    self.severity = severity
    self.id = id
    self.message = message
    self.range = range
    self.notes = notes
    self.fixes = fixes
  }

  /// An error from its parts.
  public init(
    _ id: String, _ message: String, at range: SourceRange, notes: [String] = [],
    fixes: [Fix] = []
  ) {
    self.init(.error, id, message, at: range, notes: notes, fixes: fixes)
  }
}
