/// What can be wrong with a data set, or with the file of one, as facts; the words are beside.
///
/// It knows no place in a program: whoever asked for the data adds that.
public enum DatasetProblem: Error, Sendable, Equatable {
  // Of a file that cannot be read.
  case noFile(path: String)
  case notAFile(path: String, kind: String)
  case unreadable(path: String, reason: String)
  case interrupted(path: String)
  // Of a file as a whole.
  case emptyFile(path: String)
  case headerOnly(path: String)
  case unknownTarget(String, path: String, closest: String?, columns: [String])
  case ambiguousTarget(String, path: String, columns: [Int])
  case noInputs(path: String, target: String)
  /// Of one place in it.
  case fault(CSVFault, at: CSVPlace)
  // Of a data set.
  case badFraction(Double)
  case emptyPart(Double, rows: Int)
  case notStandardized
  case alreadyStandardized
  case inputsDiffer(Int, like: Int)
  case notStandardizable(input: String)
}

/// A place in a file.
public struct CSVPlace: Sendable, Equatable {
  /// The file's path, as it was given.
  public var path: String
  /// The line, from 1.
  public var line: Int
  /// The number of the field in its row, from 1; nil if all of the row is meant.
  public var column: Int?
  /// The column's name in the file's header, if it has one.
  public var name: String?
}

/// What can be wrong at one place in a file.
public enum CSVFault: Sendable, Equatable {
  // The text does not have the form of a file of comma-separated values.
  case quoteNotClosed
  case quoteInsideField
  case textAfterQuote
  case notUTF8
  case otherSeparator(String)
  case blankLine
  case ragged(fields: Int, expected: Int)
  // A field is not what its column needs.
  case missing
  case text(String, isFirstRow: Bool)
  case textAmongNumbers(String)
  case numberAmongTexts(String)
  case notFinite(String)
  // There is too much of something.
  case fieldTooLong(limit: Int)
  case textTooLong(String, bytes: Int, limit: Int)
  case tooManyColumns(limit: Int)
  case tooManyNumbers(limit: Int)
  case tooManyClasses(limit: Int)
}
