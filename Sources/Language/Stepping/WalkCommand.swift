/// What a person can type while walking.
public enum WalkCommand: Equatable, Sendable {
  /// Show the result and go on.
  case next
  /// Compare a prediction with the result, show it, and go on.
  case predict(String)
  /// Go back so many stops.
  case back(Int)
  /// Go to the next step of a node.
  case node(String)
  /// Go to the next step of a line of the program.
  case line(Int)
  /// Go to the first stop.
  case start
  /// Go to the last stop.
  case end
  /// Go on until a condition holds.
  case until(String)
  /// Make every operation a stop of its own.
  case unfold
  /// Fold operations into named nodes again.
  case fold
  /// Say what can be typed.
  case help
  /// Stop walking.
  case quit
  /// Something else.
  case unknown(String)

  /// What can be typed and what it does, for help.
  public static let guide: [(words: String, meaning: String)] = [
    ("Enter", "show the result and go on"),
    ("0.25 Enter", "say what you think it is, then see"),
    ("back, b 3", "go back one stop, or three"),
    ("node h", "go to the next step of h; for a leaf, to what flows back to it"),
    ("line 4", "go to the next step of line 4"),
    ("start, end", "go to the first stop, or the last"),
    ("until abs(gradient) < 0.01", "go on until this holds; also of 'value'"),
    ("unfold, fold", "stop at every operation, or at named nodes only"),
    ("quit, q", "stop walking"),
  ]

  /// What a line means.
  public init(_ line: String) {
    let words = line.split(separator: " ", maxSplits: 1).map(String.init)
    let rest = words.count > 1 ? words[1].trimmed : ""
    switch words.first?.lowercased() {
    case nil: self = .next
    case "n" where rest.isEmpty, "next" where rest.isEmpty: self = .next
    case "b" where Self.isCount(rest), "back" where Self.isCount(rest):
      self = .back(Int(rest) ?? 1)
    case "node" where !rest.isEmpty, "to" where !rest.isEmpty: self = .node(rest)
    case "line" where Int(rest) != nil: self = .line(Int(rest) ?? 1)
    case "start": self = .start
    case "end": self = .end
    case "until" where !rest.isEmpty: self = .until(rest)
    case "unfold": self = .unfold
    case "fold": self = .fold
    case "?", "h", "help": self = .help
    case "q", "quit", ":quit", "exit": self = .quit
    default: self = Prediction(line) == nil ? .unknown(line.trimmed) : .predict(line)
    }
  }

  /// Whether a text says how often, or nothing, which means once.
  private static func isCount(_ text: String) -> Bool {
    text.isEmpty || Int(text).map { $0 > 0 } ?? false
  }
}

extension String {
  fileprivate var trimmed: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
