import Autodiff
import Reporting

/// The right side of a claim.
struct ClaimSaid {
  var elements: [Tensor.Element]
  /// The elements as they were typed, if all are plain numbers.
  var predictions: [Prediction]?

  /// What the numbers were added to, if they were, or subtracted from: the parameter a step starts
  /// from.
  var step: Step?

  /// Where a step starts, and its sign.
  struct Step {
    var start: [Double]
    var sign: Double
  }

  /// What must be typed to say that an element is some number.
  func typed(_ number: Double, of element: Int) -> Double {
    step.map { $0.sign * (number - $0.start[element]) } ?? number
  }

  var isNumeric: Bool { predictions != nil }

  /// The plain numbers an expression consists of, row by row; nil if it is anything else.
  static func literals(_ expression: Expression) -> [Expression]? {
    switch expression.kind {
    case .number, .name("inf"), .name("nan"): return [expression]
    case .list(let elements):
      var all: [Expression] = []
      for element in elements {
        guard let literals = literals(element) else { return nil }
        all += literals
      }
      return all
    default: return nil
    }
  }

  /// The numbers a claim was computed with.
  func constants(in graph: Graph) -> [Double] {
    var known: Set<Double> = []
    for case .node(let node) in elements {
      for source in graph.sources(of: node) where graph.isConstant(source) {
        known.insert(graph.value(of: source))
      }
    }
    return known.sorted()
  }
}
