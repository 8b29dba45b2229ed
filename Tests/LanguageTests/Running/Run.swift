import Language
import Reporting

/// A program that was run in a session: how it ended, and everything it said.
struct Run {
  let session: Session
  private(set) var outcomes: [Session.Outcome] = []
  private(set) var events: [Event] = []

  /// Runs a program in a new session.
  init(
    _ program: String, limits: Limits = .tests, keepsHistory: Bool = false,
    isInterrupted: @escaping @Sendable () -> Bool = { false }
  ) {
    self.init(bytes: Array(program.utf8), limits: limits, keepsHistory: keepsHistory) {
      isInterrupted()
    }
  }

  /// Runs a program given as bytes.
  init(
    bytes: [UInt8], limits: Limits = .tests, keepsHistory: Bool = false,
    isInterrupted: @escaping @Sendable () -> Bool = { false }
  ) {
    session = Session(limits: limits, keepsHistory: keepsHistory, isInterrupted: isInterrupted)
    go(on: SourceText(name: "test.grad", bytes: bytes))
  }

  /// Runs more in the same session.
  mutating func then(_ program: String) {
    go(on: SourceText(name: "test.grad", program))
  }

  private mutating func go(on text: SourceText) {
    var happened: [Event] = []
    outcomes.append(session.run(text) { happened.append($0) })
    events += happened
  }

  /// How the last text ended.
  var outcome: Session.Outcome { outcomes.last ?? .failed }

  /// Everything that happened, as JSON lines.
  var objects: [JSONValue] {
    let presenter = JSONPresenter(sources: session.sources)
    var objects: [JSONValue] = []
    for event in events { presenter.present(event) { objects.append($0) } }
    return objects
  }

  /// The JSON lines.
  var lines: [String] { objects.map(\.text) }

  /// The lines of one type.
  func objects(_ type: String) -> [JSONValue] {
    objects.filter { $0["type"] == .string(type) }
  }

  /// The values that were shown, as JSON, with spaces between.
  var shown: String {
    objects("value").compactMap { $0["value"]?.text }.joined(separator: " ")
  }

  /// What some of the events say, as a person reads it on a page of 80 columns.
  func text(rows: Int? = nil, of isWanted: (Event) -> Bool = { _ in true }) -> String {
    let presenter = TextPresenter(session)
    presenter.rows = rows
    var text = ""
    for event in events where isWanted(event) {
      presenter.present(event) { text += TextRenderer(width: 80).text($0) }
    }
    return text
  }

  /// What the expectations found: their texts where they failed.
  var failedExpectations: [String] {
    objects("expect").filter { $0["holds"] != .bool(true) }.compactMap { $0["text"]?.text }
  }

  /// What was wrong, in order.
  var diagnostics: [Diagnostic] {
    events.compactMap { if case .diagnostic(let diagnostic) = $0 { diagnostic } else { nil } }
  }

  /// What was wrong, as a person reads it.
  var rendered: String {
    diagnostics.map { rendered($0) }.joined()
  }

  /// A diagnostic about this session's texts, as a person reads it.
  func rendered(_ diagnostic: Diagnostic) -> String {
    TextRenderer(width: 100).text(
      DiagnosticRenderer(width: 100).document(diagnostic, in: session.sources))
  }
}

extension Limits {
  /// Limits that no small program reaches.
  static var tests: Limits {
    var limits = Limits()
    limits.nodes = 1_000_000
    limits.steps = 10_000_000
    limits.seconds = 60
    return limits
  }
}

extension JSONValue {
  /// A field of an object.
  subscript(name: String) -> JSONValue? {
    guard case .object(let fields) = self else { return nil }
    return fields.first { $0.0 == name }?.1
  }

  /// The elements of a list.
  var elements: [JSONValue] {
    if case .array(let elements) = self { elements } else { [] }
  }

  /// A number; also one of the three that JSON writes as a string.
  var number: Double? {
    switch self {
    case .number(let number): number
    case .string(let text): Double(text)
    default: nil
    }
  }

  /// All numbers in it, one after another.
  var numbers: [Double] {
    if case .array(let elements) = self { return elements.flatMap(\.numbers) }
    return number.map { [$0] } ?? []
  }

  /// A text.
  var string: String? { if case .string(let text) = self { text } else { nil } }
}
