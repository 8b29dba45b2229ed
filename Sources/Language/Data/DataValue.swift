import Autodiff
import Training

/// A data set of the program: its rows, and what is remembered about its targets.
final class DataValue: Sendable {
  let set: Dataset
  /// The words or the file it comes from, for a message.
  let origin: String
  /// Whether it was read from a file, so that targets used as classes are counted from their
  /// distinct values there.
  var isFromFile: Bool { file != nil }
  /// The file it comes from, and the column of its targets if one was named.
  let file: File?

  /// A file of comma-separated values.
  struct File: Sendable {
    var path: String
    var target: String?
  }

  init(_ set: Dataset, origin: String, file: File? = nil) {
    self.set = set
    self.origin = origin
    self.file = file
  }

  /// Other rows of the same kind.
  func with(_ set: Dataset) -> DataValue {
    DataValue(set, origin: origin, file: file)
  }
}

extension DataValue {
  /// What it is, in a line.
  var summary: String {
    let targets = set.y.map { y in
      set.classes.map { " -> one of \($0.count) classes: \($0.prefix(8).joined(separator: ", "))" }
        ?? " -> \(y.columns) \(y.columns == 1 ? "target" : "targets")"
    }
    let rows = set.count == 1 ? "1 row" : "\(set.count) rows"
    let inputs = set.x.columns == 1 ? "1 input" : "\(set.x.columns) inputs"
    return "a data set of \(rows): \(inputs)\(targets ?? "")"
  }
}
