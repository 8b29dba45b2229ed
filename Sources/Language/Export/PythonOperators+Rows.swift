import Autodiff

/// Operators of many numbers, which PyTorch applies along the last dimension.
extension PythonOperators {
  static func ofRow(_ operation: Operator, _ operands: [PythonPart], _ settings: Settings)
    -> PythonPart
  {
    func method(_ call: String) -> PythonPart { PythonPart(PythonPart.row(operands) + call) }
    func function(_ name: String, _ arguments: String = "") -> PythonPart {
      PythonPart("\(name)(\(PythonPart.row(operands)), \(arguments)dim=-1)")
    }
    switch operation.name {
    case "where": return choose(operands[0], operands[1], operands[2])
    case "dot": return weightedSum(operands)
    case "sum", "mean", "prod", "amax", "amin": return method(".\(operation.name)(-1)")
    case "max_first": return method(".max(-1).values")
    case "min_first": return method(".min(-1).values")
    case "argmax", "argmin": return method(".\(operation.name)(-1).double() + 1").asSum
    case "var", "std":
      return method(".\(operation.name)(-1, correction=\(PythonText.number(settings[0])))")
    case "norm":
      return function("torch.linalg.vector_norm", "ord=\(PythonText.number(settings[0])), ")
    case "euclidean_norm": return function("torch.linalg.vector_norm")
    case "logsumexp": return function("torch.logsumexp")
    case "softmax", "log_softmax", "softmin":
      let place = Int(exactly: settings[0]) ?? 1
      return PythonPart("\(vector(operation, operands))[..., \(place - 1)]")
    case "pick":
      guard let place = operands.last?.number.flatMap({ Int(exactly: $0) }) else {
        let numbers = PythonPart.row(Array(operands.dropLast()))
        return PythonPart("pick(\(numbers), \(operands[operands.count - 1].text))")
      }
      return operands[place - 1]
    default: return PythonPart("\(operation.name)(\(PythonPart.row(operands)))")
    }
  }

  /// All elements of a function from row to row.
  static func vector(_ operation: Operator, _ operands: [PythonPart]) -> String {
    "F.\(operation.name)(\(PythonPart.row(operands)), dim=-1)"
  }

  private static func weightedSum(_ operands: [PythonPart]) -> PythonPart {
    let count = operands.count / 2
    let bias = operands.count > 2 * count ? operands[2 * count] : nil
    guard count > 0 else { return bias ?? PythonPart(0) }
    let sum: PythonPart
    if count == 1 {
      sum = PythonPart(
        operands[0].wrapped(below: .multiplication) + " * " + operands[1].wrapped(below: .sign),
        .multiplication)
    } else {
      let (weights, inputs) = (operands[..<count], operands[count..<2 * count])
      sum = PythonPart(
        "(\(PythonPart.row(Array(weights))) * \(PythonPart.row(Array(inputs)))).sum(-1)")
    }
    guard let bias else { return sum }
    return PythonPart(
      "\(sum.wrapped(below: .addition)) + \(bias.wrapped(below: .multiplication))", .addition)
  }
}

extension PythonPart {
  /// The same, holding together as a sum does.
  fileprivate var asSum: PythonPart { PythonPart(text, .addition) }
}
