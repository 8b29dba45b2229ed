import Reporting

/// Why a program cannot become a PyTorch script.
enum ScriptProblem {
  /// PyTorch has no counterpart of something.
  case noCounterpart(String, instead: String)
  /// Only a part of a tensor is trained.
  case partOfTensor(String)
  /// A plateau of anything but the learning rate.
  case plateau(String)
  /// The script would be too long to be read.
  case tooLong(what: String, count: Int, limit: Int)

  func diagnostic(at range: SourceRange) -> Diagnostic {
    switch self {
    case .noCounterpart(let what, let instead):
      Diagnostic(
        "no-pytorch", "'\(what)' has no counterpart in PyTorch", at: range, notes: [instead])
    case .partOfTensor(let name):
      Diagnostic(
        "no-pytorch", "only a part of '\(name)' is trained, and PyTorch trains whole tensors",
        at: range, notes: ["freeze all of it, or declare the parts as leaves of their own"])
    case .plateau(let setting):
      Diagnostic(
        "no-pytorch", "PyTorch has a plateau for the learning rate, not for '\(setting)'",
        at: range, notes: ["give '\(setting)' a number, or a schedule of the step"])
    case .tooLong(let what, let count, let limit):
      Diagnostic(
        "no-pytorch", "the script would hold \(count) \(what), more than \(limit)", at: range,
        notes: ["train on fewer rows or for fewer epochs, or read larger data from a file"])
    }
  }
}
