import Autodiff

/// Operators as PyTorch has them: by the name they share, or else by their definition.
enum PythonOperators {
  /// An operator applied to operands.
  static func apply(_ operation: Operator, _ operands: [PythonPart], _ settings: Settings)
    -> PythonPart
  {
    let numbers = operands.compactMap(\.number)
    if numbers.count == operands.count, !operation.stopsGradient || operands.count == 1 {
      return PythonPart(operation.value(numbers, settings))
    }
    switch operation.notation {
    case .infix(let symbol, let precedence):
      return infix(symbol == "^" ? "**" : symbol, precedence, operands[0], operands[1])
    case .prefix:
      return PythonPart("-" + operands[0].wrapped(below: .power), .sign)
    case .call: break
    }
    if operands.count == 2, case .elementwise(2) = operation.arrangement {
      return binary(operation, operands[0], operands[1])
        ?? definition(operation, operands, settings)
    }
    if operands.count == 1, case .elementwise(1) = operation.arrangement {
      return unary(operation, operands[0], settings) ?? definition(operation, operands, settings)
    }
    return ofRow(operation, operands, settings)
  }

  private static func infix(
    _ symbol: String, _ precedence: Notation.Precedence, _ a: PythonPart, _ b: PythonPart
  ) -> PythonPart {
    if symbol == "**" {
      return PythonPart(
        "\(a.wrapped(below: .atom)) ** \(b.wrapped(below: .sign))", .power)
    }
    guard precedence == .comparison else {
      let right = b.wrapped(below: precedence.tighter)
      return PythonPart("\(a.wrapped(below: precedence)) \(symbol) \(right)", precedence)
    }
    let condition = "\(a.wrapped(below: .addition)) \(symbol) \(b.wrapped(below: .addition))"
    var part = PythonPart("(\(condition)).double()")
    part.condition = condition
    return part
  }

  private static func binary(_ operation: Operator, _ a: PythonPart, _ b: PythonPart)
    -> PythonPart?
  {
    switch operation.name {
    case "max", "min": call("torch.\(operation.name)imum", a, b)
    case "xlog1py": call("torch.special.xlog1py", a, b)
    case "atan2", "copysign", "fmod", "hypot", "logaddexp", "remainder", "xlogy":
      call("torch.\(operation.name)", a, b)
    default: nil
    }
  }

  private static func call(_ name: String, _ a: PythonPart, _ b: PythonPart) -> PythonPart {
    PythonPart("\(name)(\(a.asTensor), \(b.asTensor))")
  }

  /// The functions of one number that `torch` and `torch.nn.functional` have under our name.
  ///
  /// Not `hardsigmoid` and `hardswish`, whose sixth is one of 24 bits in some of PyTorch's builds.
  private static let torch: Set<String> = [
    "abs", "acos", "acosh", "asin", "asinh", "atan", "atanh", "ceil", "clamp", "cos", "cosh",
    "erf", "erfc", "exp", "exp2", "expm1", "floor", "frac", "log", "log10", "log1p", "log2",
    "logit", "reciprocal", "relu", "round", "rsqrt", "selu", "sigmoid", "sign", "sin", "sinh",
    "sqrt", "square", "tan", "tanh", "trunc",
  ]
  private static let functional: Set<String> = [
    "celu", "elu", "gelu", "hardshrink", "hardtanh", "leaky_relu",
    "logsigmoid", "mish", "relu6", "silu", "softplus", "softshrink", "softsign", "tanhshrink",
    "threshold",
  ]

  private static func unary(_ operation: Operator, _ x: PythonPart, _ settings: Settings)
    -> PythonPart?
  {
    if operation.name == "linear" { return x }
    if operation.name == "detach" { return PythonPart("\(x.wrapped(below: .atom)).detach()") }
    let module: String
    if torch.contains(operation.name) {
      module = "torch."
    } else if functional.contains(operation.name) {
      module = "F."
    } else {
      return nil
    }
    var arguments = [x.asTensor]
    for (place, setting) in operation.settings.enumerated() where !setting.isHidden {
      let number = settings[place]
      arguments.append(
        "\(setting.name)="
          + (setting.words.isEmpty
            ? PythonText.number(number)
            : PythonText.string(Int(exactly: number).map { setting.words[$0] } ?? "")))
    }
    // PyTorch goes over to a straight line at 20, which is not yet exact.
    if operation.name == "softplus" { arguments.append("threshold=40") }
    return PythonPart("\(module)\(operation.name)(\(arguments.joined(separator: ", ")))")
  }

  /// An operator that PyTorch lacks, written out.
  private static func definition(
    _ operation: Operator, _ operands: [PythonPart], _ settings: Settings
  ) -> PythonPart {
    let names = operands.indices.map { Formula("\($0)") }
    return write(operation.definition(names, settings).tree, operands)
  }

  /// A definition, its variables being the places of operands.
  private static func write(_ tree: Formula.Tree, _ operands: [PythonPart]) -> PythonPart {
    switch tree {
    case .variable(let name, _): Int(name).map { operands[$0] } ?? PythonPart(name)
    case .quantity(let tree, _): write(tree, operands)
    case .constant(let number), .named(_, let number): PythonPart(number)
    case .application(let id, let parts, let settings):
      apply(Operators[id], parts.map { write($0, operands) }, settings)
    case .branches(let condition, let yes, let no):
      choose(write(condition, operands), write(yes, operands), write(no, operands))
    }
  }

  static func choose(_ condition: PythonPart, _ yes: PythonPart, _ no: PythonPart) -> PythonPart {
    if let number = condition.number { return number != 0 ? yes : no }
    let test = condition.condition ?? "\(condition.wrapped(below: .addition)) != 0"
    return PythonPart("torch.where(\(test), \(yes.asTensor), \(no.asTensor))")
  }
}
