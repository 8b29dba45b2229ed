import Autodiff
import Reporting

/// Definitions of a name that later ones have replaced: `h·3` is the third h, as a tape calls it.
extension Interpreter {
  /// What `h·3` stands for: the third definition of h; where there is none, h times 3.
  func definition(named name: String, at range: SourceRange) throws(Diagnostic) -> Value? {
    guard let (base, round) = Interpreter.parts(ofDefinition: name) else { return nil }
    if let number = Int(round), number > 0 {
      let nodes = graph.nodes(named: base, round: number)
      if let first = nodes.first {
        return nodes.count == 1
          ? .node(first)
          : graph.part(of: first).map {
            .tensor(Tensor(shape: $0.shape, elements: nodes.map { .node($0) }))
          }
      }
    }
    guard names.value(of: base) != nil || Builtins.constants[base] != nil,
      let factor = Double(round)
    else { return nil }
    return try apply(
      "mul",
      [
        Builtin.Operand(value: try value(named: base, at: range), range: range),
        Builtin.Operand(value: .number(factor), range: range),
      ], at: range)
  }

  /// The name and the number in `h·3`.
  static func parts(ofDefinition name: String) -> (base: String, round: String)? {
    let parts = name.split(separator: "·", omittingEmptySubsequences: false)
    return parts.count == 2 ? (String(parts[0]), String(parts[1])) : nil
  }
}
