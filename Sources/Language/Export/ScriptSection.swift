import Autodiff
import Reporting
import Training

/// One training or minimization in a script: what it begins with, and what Gradus made of it.
final class ScriptSection {
  /// What is trained and how, up to its loop.
  var before: [String] = []
  /// The loop and what is behind it.
  var loop: [String] = []
  /// The first step.
  private var first: UpdateRecord?
  private let tensors: [ScriptLeaves.Tensor]

  init(_ tensors: [ScriptLeaves.Tensor]) { self.tensors = tensors }

  /// Takes note of a step.
  func note(_ update: UpdateRecord) { if first == nil { first = update } }

  /// The whole section.
  func lines(_ record: RunRecord, unit: String) -> [String] {
    let columns = ["loss", "gradient_norm", "validation_loss"].filter {
      record.values(of: $0) != nil
    }
    var lines = before
    lines += [
      "check = Check(",
      "    \(PythonText.string(record.name)), \"\(unit)\", "
        + "[" + columns.map(PythonText.string).joined(separator: ", ") + "],", "    expected=[",
    ]
    for (index, place) in record.places.enumerated() {
      let numbers = columns.compactMap { record.values(of: $0)?[index] }.map(PythonText.number)
      lines.append(
        "        (\(NumberStyle.exact.text(place)), \(numbers.joined(separator: ", "))),")
    }
    lines += ["    ],", "    gradients={"]
    if let first {
      for tensor in first.parameters.tensors {
        guard let known = tensors.first(where: { $0.name == tensor.name }) else { continue }
        lines.append(
          "        \(PythonText.string(tensor.name)): "
            + known.literal(Array(first.gradient[tensor.places])) + ",")
      }
    }
    return lines + ["    })", ""] + loop + ["check.end()", ""]
  }
}
