import Reporting

/// What is wrong with a data set.
enum DataProblem {
  case notData(String, kind: String)
  case rows(inputs: Int, targets: Int)
  case raggedRow(inputs: Int, targets: Int, expected: (inputs: Int, targets: Int))
  case textAsInput
  case mixedTargets
  case noTargets
  case indices(Int)

  func diagnostic(at range: SourceRange) -> Diagnostic {
    switch self {
    case .notData(let what, let kind):
      return Diagnostic(
        "not-data", "\(what) must be a data set, not \(kind)", at: range,
        notes: ["such as data d = [0 1 -> 1; 1 1 -> 0], or data d = csv(\"file.csv\")"])
    case .rows(let inputs, let targets):
      return Diagnostic(
        "shape-mismatch",
        "the inputs have \(ProgramProblem.count(inputs, "row")), the targets \(targets)", at: range)
    case .raggedRow(let inputs, let targets, let expected):
      return Diagnostic(
        "ragged-data",
        "this row has \(ProgramProblem.count(inputs, "input")) and "
          + "\(ProgramProblem.count(targets, "target")); "
          + "the first has \(expected.inputs) and \(expected.targets)", at: range)
    case .textAsInput:
      return Diagnostic(
        "text-as-input", "an input is a number, not a text", at: range,
        notes: ["only a target may be a text: the name of its class"])
    case .mixedTargets:
      return Diagnostic(
        "mixed-targets", "where one target is a text, every row has one text as its target",
        at: range)
    case .noTargets:
      return Diagnostic(
        "no-targets", "this data set has no targets", at: range,
        notes: ["they stand behind an arrow: data d = [0 1 -> 1]"])
    case .indices(let given):
      return Diagnostic(
        "too-many-indices", "a data set has one index, its row, not \(given)", at: range,
        notes: ["write d.x[2,1] for one input of a row"])
    }
  }
}
