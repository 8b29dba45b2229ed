import Autodiff
import Reporting

/// The right side of a claim.
struct ClaimSaid {
  var elements: [Tensor.Element]
  /// The elements as they were typed, if all are plain numbers.
  var predictions: [Prediction]?

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
