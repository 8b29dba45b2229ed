import Autodiff
import Reporting

extension Builtins {
  /// The operators as functions, under every name they have.
  ///
  /// A name that two operators share means the one whose number of operands fits: `max(a, b)` is
  /// the larger of two numbers, `max(x)` the largest element.
  static let operators: [Builtin] = {
    var seen: Set<String> = []
    var functions: [Builtin] = []
    for operation in Operators.all {
      for name in [operation.name] + operation.aliases where seen.insert(name).inserted {
        functions.append(function(name, Operators.candidates(named: name)))
      }
    }
    return functions
  }()

  private static func function(_ name: String, _ candidates: [OperatorID]) -> Builtin {
    let first = Operators[candidates[0]]
    let shown = candidates.count == 1 ? operandNames(of: first) : ["x"]
    let most = candidates.map { Operators[$0].arrangement.argumentCount.upperBound }.max() ?? 1
    let least = candidates.map { Operators[$0].arrangement.argumentCount.lowerBound }.min() ?? 1
    return Builtin(
      name, first.summary, operands: shown, count: least...most,
      settings: first.publicSettings, operation: candidates[0]
    ) { interpreter, operands, settings, range throws(Diagnostic) in
      let chosen =
        candidates.first { Operators[$0].arrangement.argumentCount.contains(operands.count) }
        ?? candidates[0]
      return try interpreter.apply(chosen, operands, settings, at: range)
    }
  }

  private static func operandNames(of operation: Operator) -> [String] {
    switch operation.arrangement {
    case .elementwise(1): ["x"]
    case .elementwise(2): ["a", "b"]
    case .elementwise(3): ["c", "a", "b"]
    case .elementwise(let count): (1...max(count, 1)).map { "x\($0)" }
    case .pair: ["a", "b"]
    case .all, .row, .elementOfRow: ["x"]
    }
  }
}

extension Operator {
  /// The settings a program may choose: all but the place of an element in its row.
  var publicSettings: [Setting] { settings.filter { !$0.isHidden } }
}

extension Operator.Arrangement {
  /// How many values a call hands to the operator.
  var argumentCount: ClosedRange<Int> {
    switch self {
    case .elementwise(let count): count...count
    case .pair: 2...2
    case .all: 1...Int.max
    case .row, .elementOfRow: 1...1
    }
  }
}
