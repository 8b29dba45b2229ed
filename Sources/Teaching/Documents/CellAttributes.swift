import Reporting

/// What stands after the word `gradus` where a cell begins.
public struct CellAttributes: Sendable, Equatable {
  /// Whether it runs without being shown to a reader of the lesson.
  public var isHidden = false
  /// Whether its output is recorded and not compared.
  public var isNondeterministic = false
  /// Whether it must fail.
  public var mustFail = false
  /// The name by which it can be picked.
  public var label: String?
  /// What its picture plots, such as `loss`.
  public var plot: String?
  /// The value whose graph is its picture.
  public var draw: String?

  /// Every attribute, as it is written.
  static let known = ["hidden", "nondeterministic", "error", "label=", "plot=", "draw="]

  init() {}

  /// Reads the words after `gradus`, and says what is wrong with them.
  init(reading info: Range<Int>, of source: SourceText, _ complain: (Diagnostic) -> Void) {
    var seen: Set<String> = []
    for word in CellAttributes.words(in: info, of: source.bytes) {
      let text = source.text(word)
      let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let (name, value) = (String(parts[0]), parts.count > 1 ? String(parts[1]) : nil)
      let range = source.range(word)
      if !seen.insert(name).inserted {
        complain(
          Diagnostic("cell-attribute", "the attribute '\(name)' stands here twice", at: range))
        continue
      }
      if let problem = set(name, value) {
        complain(Diagnostic("cell-attribute", problem.message, at: range, notes: problem.notes))
      }
    }
  }

  private mutating func set(_ name: String, _ value: String?) -> (message: String, notes: [String])?
  {
    switch name {
    case "hidden", "nondeterministic", "error":
      if value != nil { return ("the attribute '\(name)' takes no value", ["write '\(name)'"]) }
      if name == "hidden" { isHidden = true }
      if name == "nondeterministic" { isNondeterministic = true }
      if name == "error" { mustFail = true }
    case "label", "plot", "draw":
      guard let value, !value.isEmpty else {
        return ("the attribute '\(name)' needs a value", ["write '\(name)=…', without spaces"])
      }
      if name == "label" { label = value }
      if name == "plot" { plot = value }
      if name == "draw" { draw = value }
      if plot != nil, draw != nil {
        return ("a cell has one picture", ["write 'draw=' or 'plot=', not both"])
      }
    default:
      let names = Self.known.map { $0.hasSuffix("=") ? String($0.dropLast()) : $0 }
      let closest = closestName(to: name, among: names).map { "; did you mean '\($0)'?" } ?? ""
      return (
        "a cell has no attribute '\(name)'\(closest)",
        ["the attributes are \(Self.known.joined(separator: ", "))"]
      )
    }
    return nil
  }

  private static func words(in range: Range<Int>, of bytes: [UInt8]) -> [Range<Int>] {
    bytes[range].split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
      .map { $0.startIndex..<$0.endIndex }
  }
}
