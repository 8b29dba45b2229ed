import Language
import Reporting
import Testing

/// A program shows these values, as JSON with spaces between, and nothing is wrong with it.
func expectShown(
  _ program: String, _ expected: String, at location: SourceLocation = #_sourceLocation
) {
  let run = Run(program)
  #expect(run.rendered == "", sourceLocation: location)
  #expect(run.shown == expected, sourceLocation: location)
}

/// Every `expect` in a program holds, and nothing is wrong with it.
func expectHolds(_ program: String, at location: SourceLocation = #_sourceLocation) {
  let run = Run(program)
  #expect(run.rendered == "", sourceLocation: location)
  #expect(run.failedExpectations == [], sourceLocation: location)
  #expect(!run.objects("expect").isEmpty, "the program expects nothing", sourceLocation: location)
}

/// Two programs show the same, to the last bit.
func expectSame(_ first: String, _ second: String, at location: SourceLocation = #_sourceLocation) {
  let (one, other) = (Run(first), Run(second))
  #expect(one.rendered == "" && other.rendered == "", sourceLocation: location)
  #expect(one.shown == other.shown, sourceLocation: location)
}

/// A program whose text marks with ‹ › what a complaint is about, and the complaint.
///
/// The complaint is written as a person reads it, without the excerpt of the program, which the
/// marks stand for: `error: …`, then any number of `note: …` and `fix: …`, a line each.
func expectComplaint(
  _ marked: String, _ complaint: String, limits: Limits = .tests,
  at location: SourceLocation = #_sourceLocation
) {
  let parts = marked.split(omittingEmptySubsequences: false) { $0 == "‹" || $0 == "›" }
  guard parts.count == 3 else {
    Issue.record("mark one place with ‹ and ›", sourceLocation: location)
    return
  }
  let run = Run(parts.joined(), limits: limits)
  let start = UInt32(1 + parts[0].utf8.count)
  let range = SourceRange(start: start, end: start + UInt32(parts[1].utf8.count))
  guard let expected = diagnostic(complaint, at: range) else {
    Issue.record("a complaint begins with 'error: ' or 'warning: '", sourceLocation: location)
    return
  }
  #expect(run.rendered == run.rendered(expected), sourceLocation: location)
}

/// A diagnostic from the lines a person would read.
private func diagnostic(_ lines: String, at range: SourceRange) -> Diagnostic? {
  var diagnostic: Diagnostic?
  for line in lines.split(separator: "\n") {
    guard let colon = line.firstRange(of: ": ") else { return nil }
    let words = String(line[colon.upperBound...])
    switch line[..<colon.lowerBound] {
    case "error": diagnostic = Diagnostic(.error, "", words, at: range)
    case "warning": diagnostic = Diagnostic(.warning, "", words, at: range)
    case "note": diagnostic?.notes.append(words)
    case "fix": diagnostic?.fixes.append(Diagnostic.Fix(words, replacing: range, with: ""))
    default: return nil
    }
  }
  return diagnostic
}
