import Autodiff
import Reporting
import Training

/// A data set in a script: written out if it is small, else read from the file it comes from.
struct ScriptData {
  var lines: [String] = []
  /// Whether a file is read.
  var readsFile = false

  /// The most numbers that are written out if they could be read from a file.
  private static let smallest = 600
  /// The most numbers that are written out.
  private static let largest = 2_000_000

  /// The data as the tensors `x` and `y`, with a suffix; classes are counted from 0 if the loss
  /// wants them so.
  init(
    _ data: DataValue, suffix: String, countsClasses: Bool, at range: SourceRange
  ) throws(Diagnostic) {
    let set = data.set
    let count = set.count * (set.x.columns + (set.y?.columns ?? 0))
    lines.append("# \(PythonText.comment(data.origin)): \(set.count) rows")
    if count > ScriptData.smallest, data.isFromFile, readFile(data, suffix, countsClasses) {
      return
    }
    guard count <= ScriptData.largest else {
      throw ScriptProblem.tooLong(what: "numbers of data", count: count, limit: ScriptData.largest)
        .diagnostic(at: range)
    }
    lines.append("x\(suffix) = torch.tensor(\(PythonText.rows(set.x)))")
    guard let y = set.y else { return }
    if countsClasses {
      let classes = y.elements.map { String(Int(exactly: $0 - 1) ?? 0) }.joined(separator: ", ")
      lines.append("y\(suffix) = torch.tensor([\(classes)])  # classes, from 0")
    } else {
      lines.append("y\(suffix) = torch.tensor(\(PythonText.rows(y)))")
    }
  }

  /// Reads the rows from their file, where they all are those of the file, standardized.
  private mutating func readFile(_ data: DataValue, _ suffix: String, _ countsClasses: Bool) -> Bool
  {
    guard let file = data.file, var whole = try? CSVFile.read(path: file.path, target: file.target)
    else { return false }
    if data.set.classes != nil { whole = whole.withClasses() }
    let x = data.set.standardization.map { $0.applied(to: whole.x) } ?? whole.x
    guard let y = data.set.y, let wholeY = whole.y, whole.classes == data.set.classes else {
      return false
    }
    var places: [[Double]: Int] = [:]
    for row in (0..<whole.count).reversed() {
      places[Array(x.row(row)) + wholeY.row(row)] = row
    }
    let rows = (0..<data.set.count).compactMap { places[Array(data.set.x.row($0)) + y.row($0)] }
    guard rows.count == data.set.count else { return false }
    readsFile = true
    let target = file.target.map(PythonText.string) ?? "None"
    let classes = whole.classes.map {
      "[" + $0.map(PythonText.string).joined(separator: ", ") + "]"
    }
    lines.append(
      "x\(suffix), y\(suffix) = read_csv("
        + "\(PythonText.string(file.path)), target=\(target), classes=\(classes ?? "None"))")
    if rows != Array(0..<whole.count) {
      lines += [
        "chosen = \(rows)", "x\(suffix), y\(suffix) = x\(suffix)[chosen], y\(suffix)[chosen]",
      ]
    }
    if let standard = data.set.standardization {
      lines += [
        "means = torch.tensor(\(PythonText.list(standard.means)))",
        "deviations = torch.tensor(\(PythonText.list(standard.deviations)))",
        "x\(suffix) = (x\(suffix) - means) / deviations",
      ]
    }
    if countsClasses {
      lines.append("y\(suffix) = y\(suffix).long().flatten() - 1  # classes, from 0")
    }
    return true
  }

  /// What reads a file, as it stands in the script.
  static let reader = """
    def read_csv(path, target=None, classes=None):
        \"\"\"The inputs and targets of a file; a target of text is the number of its class, from 1.\"\"\"
        with open(path, newline="", encoding="utf-8-sig") as file:
            rows = [row for row in csv.reader(file) if row]

        def is_number(cell):
            try:
                float(cell)
                return True
            except ValueError:
                return False

        names = None if any(is_number(cell) for cell in rows[0]) else rows.pop(0)
        place = names.index(target) if target and names else len(rows[0]) - 1
        labels = [row[place] for row in rows]
        if classes is None:
            numbers = [float(label) for label in labels]
        elif is_number(classes[0]):
            order = {float(name): number for number, name in enumerate(classes, 1)}
            numbers = [float(order[float(label)]) for label in labels]
        else:
            order = {name: number for number, name in enumerate(classes, 1)}
            numbers = [float(order[label.strip()]) for label in labels]
        inputs = [[float(cell) for at, cell in enumerate(row) if at != place] for row in rows]
        return torch.tensor(inputs), torch.tensor(numbers).unsqueeze(1)


    """
}
