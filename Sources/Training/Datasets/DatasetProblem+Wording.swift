public import Reporting

extension DatasetProblem {
  /// The problem as told to a person, about a place in a program.
  public func diagnostic(at range: SourceRange) -> Diagnostic {
    Diagnostic(id, message, at: range, notes: notes)
  }

  /// A stable name for this kind of problem.
  public var id: String { words.id }

  /// One sentence: what is wrong, and where in which file.
  public var message: String { words.message }

  /// What was expected, and what to do next.
  public var notes: [String] { words.notes }

  private var words: ProblemWords {
    switch self {
    case .noFile(let path):
      ProblemWords(
        "no-file", "there is no file \(path.quotedPath)",
        "a path is looked up from where the program is")
    case .notAFile(let path, let kind):
      ProblemWords("unreadable-file", "\(path.quotedPath) is \(kind), not a file of data")
    case .unreadable(let path, let reason):
      ProblemWords("unreadable-file", "cannot read \(path.quotedPath): \(reason)")
    case .interrupted(let path):
      ProblemWords("interrupted", "stopped while reading \(path.quotedPath)")
    case .emptyFile(let path):
      ProblemWords("no-data", "\(path.quotedPath) is empty")
    case .headerOnly(let path):
      ProblemWords("no-data", "\(path.quotedPath) has a header, and no rows below it")
    case .unknownTarget(let name, let path, let closest, let columns):
      ProblemWords(
        "unknown-column",
        "\(path.quotedPath) has no column called \(name.quoted)"
          + (closest.map { "; did you mean \($0.quoted)?" } ?? ""),
        "its columns: \(columns.listed)")
    case .ambiguousTarget(let name, let path, let columns):
      ProblemWords(
        "ambiguous-column",
        "\(path.quotedPath) has \(columns.count) columns called \(name.quoted)",
        "they are its columns \(columns.numbers)")
    case .noInputs(let path, let target):
      ProblemWords(
        "no-inputs",
        "\(path.quotedPath) has no inputs: its only column, \(target.quoted), is the target",
        "to read one column of numbers, write 'matrix(\"…\")'")
    case .fault(let fault, let place):
      ProblemWords(fault.id, "\(place): \(fault.message)", fault.note)
    case .badFraction(let fraction):
      ProblemWords(
        "bad-fraction", "a set is split at a fraction between 0 and 1, not at \(fraction.exact)",
        "0.8 puts four fifths of the rows into the first part")
    case .emptyPart(let fraction, let rows):
      ProblemWords(
        "empty-part",
        "split at \(fraction.exact), \(rows.counted("row")) would leave one of the parts without any"
      )
    case .notStandardized:
      ProblemWords(
        "not-standardized", "the set to be like is not standardized itself",
        "standardize it first: a = standardize(a)")
    case .alreadyStandardized:
      ProblemWords(
        "already-standardized", "this set is already standardized, with other statistics",
        "standardize it from the numbers it had at first")
    case .inputsDiffer(let own, let other):
      ProblemWords(
        "shape-mismatch",
        "this set has \(own.counted("input")), and the one to be like has \(other)")
    case .notStandardizable(let input):
      ProblemWords(
        "not-standardizable", "the input \(input.quoted) cannot be standardized",
        "its numbers are not all finite, or so large or small that their squares are lost")
    }
  }
}

/// The words for one problem.
private struct ProblemWords {
  let id: String
  let message: String
  let notes: [String]

  init(_ id: String, _ message: String, _ note: String? = nil) {
    self.id = id
    self.message = message
    notes = note.map { [$0] } ?? []
  }
}
