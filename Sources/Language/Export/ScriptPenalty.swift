import Reporting
import Training

/// The penalties of a training in a script.
struct ScriptPenalty {
  /// What stands before the training.
  var lines: [String] = []
  var isEmpty = true

  init(_ updating: Updating, steps: Int, at range: SourceRange) throws(Diagnostic) {
    var terms: [String] = []
    for (name, value, factor, term) in [
      ("l1", updating.l1, "", "weight.abs().sum()"),
      ("l2", updating.l2, "0.5 * ", "(weight ** 2).sum()"),
    ] {
      let schedule = try ScriptSchedule(name, value, steps: steps + 1, at: range)
      guard schedule.plateau == nil else {
        throw ScriptProblem.plateau(name).diagnostic(at: range)
      }
      guard schedule.number != 0 else { continue }
      if !schedule.lines.isEmpty { lines += schedule.lines + [""] }
      terms.append("\(factor)\(schedule.call) * sum(\(term) for weight in weights)")
    }
    guard !terms.isEmpty else { return }
    isEmpty = false
    lines += ["def penalty(step):", "    return " + terms.joined(separator: " + "), "", ""]
  }
}
