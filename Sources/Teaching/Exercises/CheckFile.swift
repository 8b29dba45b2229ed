import Language
public import Reporting

/// What is tested in an exercise: the statements of its `check.grad`, and which of them are parts.
public struct CheckFile: Sendable {
  /// A part of an exercise, which has points of its own.
  public struct Part: Sendable {
    /// What it is, in the words of the comment above it.
    public var title: String
    /// How it is tested.
    public var test: Test
    /// Its line, from 1.
    public var line: Int
  }

  /// How a part is tested.
  public enum Test: Sendable, Equatable {
    /// The learner gives a number by this name.
    case answer(String)
    /// The learner claims of this derivative.
    case claim(String)
    /// The statement itself says whether it holds.
    case statement
  }

  /// One run of a submission: what is changed before it, and the statements that test it.
  struct Run {
    /// Statements that run behind what is given; nil for the first run.
    var change: SourceText?
    /// Which statements test it.
    var statements: Range<Int>
  }

  /// The file.
  public let source: SourceText
  /// Its parts, in order.
  public let parts: [Part]

  /// Its statements, in order; each with the number of the part it is.
  let statements: [(outline: StatementOutline, part: Int?)]

  /// The runs of a submission, in order; there is one, unless the file says `# again: set w = 2`.
  let runs: [Run]

  /// Reads the file for a kind of exercise; throws what is wrong with it.
  init(_ source: SourceText, for kind: ExerciseKind) throws(DocumentFault) {
    let (outlines, diagnostics) = Session.outline(of: source)
    if !diagnostics.isEmpty { throw DocumentFault(source, diagnostics) }
    var parts: [Part] = []
    var statements: [(outline: StatementOutline, part: Int?)] = []
    var faults: [Diagnostic] = []
    for outline in outlines {
      let test = CheckFile.test(outline, kind)
      statements.append((outline, test == nil ? nil : parts.count))
      guard let test else { continue }
      let title = CheckFile.comment(above: outline.bytes.lowerBound, in: source)
      if title.isEmpty {
        faults.append(
          Diagnostic(
            "part-title", "a part has no comment above it that names it",
            at: source.range(outline.bytes),
            notes: ["write what is tested, in the learner's words: '# the slope at w'"]))
      }
      let line = source.position(of: outline.bytes.lowerBound).line
      parts.append(Part(title: title, test: test, line: line))
    }
    if parts.isEmpty {
      let forms =
        kind.asksForAnswers
        ? "'answer… = e' or 'claim dL/dw = e'" : "'expect e', 'check L' or 'claim'"
      faults.append(
        Diagnostic(
          "no-parts", "nothing is tested here", at: SourceRange(start: 1, end: 1),
          notes: ["a part is a statement \(forms)"]))
    }
    let marks = CheckFile.marks(in: source)
    if kind.asksForAnswers, let mark = marks.first {
      faults.append(
        Diagnostic(
          "part-again", "only a program can be run again", at: source.range(mark.range),
          notes: ["leave out '\(CheckFile.again)'"]))
    }
    if !faults.isEmpty { throw DocumentFault(source, faults) }
    self.source = source
    self.parts = parts
    self.statements = statements
    let starts = marks.map { mark in
      outlines.firstIndex { $0.bytes.lowerBound > mark.range.lowerBound } ?? outlines.count
    }
    runs = (0...marks.count).map { place in
      Run(
        change: place == 0 ? nil : marks[place - 1].change,
        statements: (place == 0 ? 0 : starts[place - 1])..<(place == marks.count
          ? outlines.count : starts[place]))
    }
  }

  /// The numbers of the parts that a run is tested by.
  func places(in run: Run) -> [Int] { statements[run.statements].compactMap(\.part) }

  /// What begins a line from which on a submission is run again, from another start.
  private static let again = "# again:"

  /// Those lines, and what each changes.
  private static func marks(in source: SourceText) -> [(range: Range<Int>, change: SourceText)] {
    var marks: [(range: Range<Int>, change: SourceText)] = []
    var offset = 0
    while offset < source.bytes.count {
      let range = source.lineRange(around: offset)
      let line = source.text(range)
      if line.hasPrefix(again) {
        let change = String(line.dropFirst(again.count))
        marks.append((range, SourceText(name: source.name, change)))
      }
      offset =
        (source.bytes[offset...].firstIndex(of: UInt8(ascii: "\n")) ?? source.bytes.count) + 1
    }
    return marks
  }

  /// The names that the graph of the exercise gives a meaning.
  var givenNames: Set<String> {
    Set(statements.filter { $0.part == nil }.flatMap(\.outline.defined))
  }

  private static func test(_ statement: StatementOutline, _ kind: ExerciseKind) -> Test? {
    if kind.asksForAnswers {
      if let name = statement.answerName { return .answer(name) }
      if let left = statement.claimed { return .claim(left) }
      return nil
    }
    return ["expect", "check", "claim"].contains(statement.verb) ? .statement : nil
  }

  /// The words of the comments that stand directly above a place.
  private static func comment(above offset: Int, in source: SourceText) -> String {
    var words: [String] = []
    var start = source.lineRange(around: offset).lowerBound
    while start > 0 {
      let range = source.lineRange(around: start - 1)
      let line = source.text(range).drop { $0 == " " || $0 == "\t" }
      guard line.hasPrefix("#"), !line.hasPrefix(again) else { break }
      words.insert(String(line.drop { $0 == "#" || $0 == " " }), at: 0)
      start = range.lowerBound
    }
    return words.joined(separator: " ")
  }
}

extension StatementOutline {
  /// The name of the answer that a definition gives; nil if it is none.
  var answerName: String? {
    guard definition != nil, let name = defined.first, name.hasPrefix("answer") else { return nil }
    return name
  }

  /// What a claim is about, without spaces; nil for any other statement.
  var claimed: String? {
    verb == "claim" ? operands.first.map { $0.filter { !$0.isWhitespace } } : nil
  }
}
