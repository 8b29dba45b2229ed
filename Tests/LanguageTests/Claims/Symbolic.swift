import Foundation

/// A formula of leaves, differentiated and rewritten by the rules of school algebra, to make right
/// claims in many forms.
indirect enum Symbolic {
  case number(Double)
  case name(String)
  case sum([Symbolic])
  case product([Symbolic])
  case power(Symbolic, Int)
  case call(String, Symbolic)

  /// The functions a formula may call.
  static let functions = ["exp", "sin", "cos", "tanh", "sigmoid"]

  static func random(depth: Int, leaves: [String], _ random: inout RandomNumbers) -> Symbolic {
    guard depth > 0 else {
      return random.oneIn(5)
        ? .number(Double(random.below(5)) - 2.5) : .name(random.pick(leaves))
    }
    func part(_ random: inout RandomNumbers) -> Symbolic {
      .random(depth: depth - 1 - random.below(2), leaves: leaves, &random)
    }
    switch random.below(4) {
    case 0: return .sum((0..<2 + random.below(2)).map { _ in part(&random) })
    case 1: return .product((0..<2 + random.below(2)).map { _ in part(&random) })
    case 2: return .power(part(&random), 2 + random.below(2))
    default: return .call(random.pick(functions), part(&random))
    }
  }

  /// The derivative with respect to a leaf.
  func derivative(_ leaf: String) -> Symbolic {
    switch self {
    case .number: .number(0)
    case .name(let name): .number(name == leaf ? 1 : 0)
    case .sum(let terms): .sum(terms.map { $0.derivative(leaf) })
    case .product(let factors):
      .sum(
        factors.indices.map { place in
          var changed = factors
          changed[place] = factors[place].derivative(leaf)
          return .product(changed)
        })
    case .power(let base, let exponent):
      .product([
        .number(Double(exponent)), exponent == 2 ? base : .power(base, exponent - 1),
        base.derivative(leaf),
      ])
    case .call(let function, let inner):
      .product([Symbolic.slope(function, inner), inner.derivative(leaf)])
    }
  }

  private static func slope(_ function: String, _ x: Symbolic) -> Symbolic {
    switch function {
    case "exp": .call("exp", x)
    case "sin": .call("cos", x)
    case "cos": .product([.number(-1), .call("sin", x)])
    case "tanh": .sum([.number(1), .product([.number(-1), .power(.call("tanh", x), 2)])])
    default:
      .product([
        .call("sigmoid", x),
        .sum([.number(1), .product([.number(-1), .call("sigmoid", x)])]),
      ])
    }
  }

  /// Without zeros, ones, and sums and products inside one another.
  var simplified: Symbolic {
    switch self {
    case .number, .name: return self
    case .sum(let terms):
      let parts = terms.map(\.simplified).filter { !$0.isNumber(0) }
      return parts.count < 2 ? parts.first ?? .number(0) : .sum(parts)
    case .product(let factors):
      let parts = factors.map(\.simplified).filter { !$0.isNumber(1) }
      if parts.contains(where: { $0.isNumber(0) }) { return .number(0) }
      return parts.count < 2 ? parts.first ?? .number(1) : .product(parts)
    case .power(let base, let exponent): return .power(base.simplified, exponent)
    case .call(let function, let inner): return .call(function, inner.simplified)
    }
  }

  private func isNumber(_ number: Double) -> Bool {
    if case .number(number) = self { true } else { false }
  }

  /// The same, written in another way.
  func rewritten(_ random: inout RandomNumbers) -> Symbolic {
    switch self {
    case .number(let number):
      return random.oneIn(6) ? .sum([.number(number - 1), .number(1)]) : self
    case .name: return self
    case .sum(let terms):
      var parts = terms.map { $0.rewritten(&random) }
      parts.shuffle(using: &random)
      return random.oneIn(3) ? Symbolic.factored(parts) : .sum(parts)
    case .product(let factors):
      var parts = factors.map { $0.rewritten(&random) }
      parts.shuffle(using: &random)
      return random.oneIn(2) ? Symbolic.expanded(parts) : .product(parts)
    case .power(let base, let exponent):
      let inner = base.rewritten(&random)
      return random.oneIn(2)
        ? .product(Array(repeating: inner, count: exponent)) : .power(inner, exponent)
    case .call(let function, let inner): return .call(function, inner.rewritten(&random))
    }
  }

  /// a·(b + c) as a·b + a·c.
  private static func expanded(_ factors: [Symbolic]) -> Symbolic {
    for (place, factor) in factors.enumerated() {
      guard case .sum(let terms) = factor else { continue }
      return .sum(
        terms.map { term in
          var changed = factors
          changed[place] = term
          return .product(changed)
        })
    }
    return .product(factors)
  }

  /// a·b + a·c as a·(b + c), for two terms that begin alike.
  private static func factored(_ terms: [Symbolic]) -> Symbolic {
    for (first, one) in terms.enumerated() {
      for (second, other) in terms.enumerated() where second > first {
        guard case .product(let left) = one, case .product(let right) = other,
          let common = left.first, common.text == right.first?.text
        else { continue }
        let inside = Symbolic.sum([
          .product(Array(left.dropFirst())), .product(Array(right.dropFirst())),
        ])
        let rest = terms.indices.filter { $0 != first && $0 != second }.map { terms[$0] }
        return .sum([.product([common, inside])] + rest)
      }
    }
    return .sum(terms)
  }

  func value(_ leaves: [String: Double]) -> Double {
    switch self {
    case .number(let number): number
    case .name(let name): leaves[name] ?? .nan
    case .sum(let terms): terms.reduce(0) { $0 + $1.value(leaves) }
    case .product(let factors): factors.reduce(1) { $0 * $1.value(leaves) }
    case .power(let base, let exponent): pow(base.value(leaves), Double(exponent))
    case .call("exp", let x): exp(x.value(leaves))
    case .call("sin", let x): sin(x.value(leaves))
    case .call("cos", let x): cos(x.value(leaves))
    case .call("tanh", let x): tanh(x.value(leaves))
    case .call(_, let x): 1 / (1 + exp(-x.value(leaves)))
    }
  }

  /// As a program writes it.
  var text: String {
    switch self {
    case .number(let number): number < 0 ? "(\(number))" : "\(number)"
    case .name(let name): name
    case .sum(let terms):
      terms.isEmpty ? "0" : "(" + terms.map(\.text).joined(separator: " + ") + ")"
    case .product(let factors):
      factors.isEmpty ? "1" : factors.map(\.text).joined(separator: "*")
    case .power(let base, let exponent): "(\(base.text))^\(exponent)"
    case .call(let function, let inner): "\(function)(\(inner.text))"
    }
  }
}
