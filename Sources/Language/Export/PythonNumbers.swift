import Autodiff

/// A formula of plain numbers, as a schedule is, in Python; nil where Python's `math` lacks a part.
enum PythonNumbers {
  static func write(_ tree: Formula.Tree) -> PythonPart? {
    switch tree {
    case .variable(let name, _): return PythonPart(name)
    case .quantity(let tree, _): return write(tree)
    case .constant(let number): return PythonPart(number)
    case .named("π", _): return PythonPart("math.pi")
    case .named(_, let number): return PythonPart(number)
    case .branches(let condition, let yes, let no):
      return choose(write(condition), write(yes), write(no))
    case .application(let id, let operands, let settings):
      let parts = operands.compactMap { write($0) }
      guard parts.count == operands.count, settings.values.isEmpty else { return nil }
      return apply(Operators[id], parts)
    }
  }

  private static func apply(_ operation: Operator, _ operands: [PythonPart]) -> PythonPart? {
    switch operation.notation {
    case .infix(let symbol, .power):
      guard symbol == "^" else { return nil }
      return PythonPart(
        "\(operands[0].wrapped(below: .atom)) ** \(operands[1].wrapped(below: .sign))", .power)
    case .infix(let symbol, let precedence):
      let isComparison = precedence == .comparison
      let left = operands[0].wrapped(below: isComparison ? .addition : precedence)
      let right = operands[1].wrapped(below: isComparison ? .addition : precedence.tighter)
      return PythonPart(
        isComparison ? "(\(left) \(symbol) \(right))" : "\(left) \(symbol) \(right)",
        isComparison ? .atom : precedence)
    case .prefix: return PythonPart("-" + operands[0].wrapped(below: .power), .sign)
    case .call: break
    }
    let all = operands.map(\.text).joined(separator: ", ")
    switch operation.name {
    case "cos", "sin", "tan", "exp", "log", "log1p", "sqrt", "tanh", "floor", "ceil", "log2":
      return PythonPart("math.\(operation.name)(\(all))")
    case "abs", "max", "min": return PythonPart("\(operation.name)(\(all))")
    case "where": return choose(operands[0], operands[1], operands[2])
    default: return nil
    }
  }

  private static func choose(_ condition: PythonPart?, _ yes: PythonPart?, _ no: PythonPart?)
    -> PythonPart?
  {
    guard let condition, let yes, let no else { return nil }
    return PythonPart("(\(yes.text) if \(condition.text) else \(no.text))")
  }
}
