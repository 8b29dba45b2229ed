import Reporting

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Factors of a path that come about in the same way, and how much they decide of its product.
public struct FactorGroup: Sendable {
  /// How factors come about.
  public enum Kind: Hashable, Sendable {
    /// They are the number of something: to change w in w·x is to be multiplied by x.
    case quantity(String)
    /// They are a number the program contains.
    case constant(Double)
    /// They are local derivatives of an operation with respect to one of its operands.
    case slope(OperatorID, place: Int)
  }

  /// How they come about.
  public let kind: Kind
  /// Which steps of the path they are.
  public private(set) var steps: [Int]
  /// Their product.
  public private(set) var product: Double
  /// The natural logarithm of the magnitude of their product: 0 decides nothing.
  public private(set) var logarithm: Double

  /// The magnitude of a factor on average: of their product the root.
  public var typicalSize: Double { exp(logarithm / Double(max(steps.count, 1))) }

  fileprivate init(_ kind: Kind, _ step: Int, _ factor: Double) {
    self.kind = kind
    steps = [step]
    product = factor
    logarithm = log(abs(factor))
  }

  fileprivate mutating func add(_ step: Int, _ factor: Double) {
    steps.append(step)
    product *= factor
    logarithm += log(abs(factor))
  }
}

extension GradientPath {
  /// The longest path of which every factor is looked at as a formula.
  private static let longest = 2000

  /// The factors of some steps by how they come about, those that decide most first; factors of
  /// magnitude 1 decide nothing and are left out.
  public func groups(of steps: some Sequence<Int>, in state: GraphState) -> [FactorGroup] {
    var groups: [FactorGroup] = []
    var places: [FactorGroup.Kind: Int] = [:]
    for step in steps where abs(factors[step]) != 1 {
      let kind = kind(of: step, in: state)
      if let place = places[kind] {
        groups[place].add(step, factors[step])
      } else {
        places[kind] = groups.count
        groups.append(FactorGroup(kind, step, factors[step]))
      }
    }
    return groups.enumerated().sorted {
      let (a, b) = ($0.element.weight, $1.element.weight)
      return a == b ? $0.offset < $1.offset : a > b
    }.map(\.element)
  }

  private func kind(of step: Int, in state: GraphState) -> FactorGroup.Kind {
    // The slope of a function of one operand is told as such, even where its rule is a number.
    let isUnary = state.graph.operation(of: nodes[step])?.operandCount == 1...1
    if !isUnary, factors.count <= GradientPath.longest {
      let formula = formula(of: step, in: state)
      if formula.isConstant { return .constant(factors[step]) }
      if formula.isQuantity {
        return .quantity(formula.text(FormulaStyle(.names, numbers: .exact, typeset: false)))
      }
    }
    return .slope(state.graph.operators[nodes[step].offset], place: places[step])
  }
}

extension FactorGroup {
  /// How much it decides: what is 0, infinite or nan decides everything.
  fileprivate var weight: Double { logarithm.isNaN ? .infinity : abs(logarithm) }
}
