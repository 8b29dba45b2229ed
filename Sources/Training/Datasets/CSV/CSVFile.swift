/// Reads files of comma-separated values.
///
/// A first row without numbers is a header. Without one, the columns are called x1, x2 … and, the
/// last, y. Every problem says the file, the line, the column and the text it is about.
public enum CSVFile {
  /// A data set: the target is the last column unless another is named.
  ///
  /// A target of text is a class: its distinct values in the file, sorted, are 1…k. `isInterrupted`
  /// is asked every 64 KiB whether to stop.
  public static func read(
    path: String, target: String? = nil, isInterrupted: @escaping () -> Bool = { false }
  ) throws(DatasetProblem) -> Dataset {
    try read(path: path, target: target, limits: CSVLimits(), isInterrupted: isInterrupted)
  }

  /// All columns of a file as a matrix.
  public static func matrix(
    path: String, isInterrupted: @escaping () -> Bool = { false }
  ) throws(DatasetProblem) -> Matrix {
    var table = try CSVTable(path: path, CSVLimits(), isInterrupted)
    try table.read()
    return table.inputs
  }

  static func read(
    path: String, target: String?, limits: CSVLimits,
    isInterrupted: @escaping () -> Bool = { false }
  ) throws(DatasetProblem) -> Dataset {
    var table = try CSVTable(path: path, limits, isInterrupted)
    try table.chooseTarget(target)
    try table.read()
    return table.dataset
  }
}
