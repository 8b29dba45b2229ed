import Autodiff
import Testing

/// One operator with settings at one of its sample points, as tests look at it.
struct Sample: CustomTestStringConvertible, Sendable {
  let operation: Operator
  let id: OperatorID
  let settings: Settings
  let point: [Double]

  var value: Double { operation.value(point, settings) }
  var derivatives: [Double?] { operation.derivatives(point, value, settings) }
  var testDescription: String { "\(operation.name)(\(point)) with \(settings.values)" }

  /// Every operator at its samples, each element of a vector, and settings nobody has by default.
  static let all: [Sample] = Operators.all.flatMap { operation -> [Sample] in
    guard let id = Operators.id(like: operation) else { return [] }
    return operation.samples.flatMap { point in
      settings(for: operation, point).map {
        Sample(operation: operation, id: id, settings: $0, point: point)
      }
    }
  }

  private static func settings(for operation: Operator, _ point: [Double]) -> [Settings] {
    if operation.elements != nil { return point.indices.map { Settings([Double($0 + 1)]) } }
    let others: [String: [[Double]]] = [
      "leaky_relu": [[0.2]], "softplus": [[2], [0.3]], "elu": [[0.5]], "celu": [[0.5]],
      "gelu": [[1]], "clamp": [[-1, 1]], "hardtanh": [[-3, 0.5]], "threshold": [[0.1, 20]],
      "var": [[0]], "std": [[0]], "norm": [[1], [3], [.infinity], [0.5], [0]],
    ]
    return [operation.defaultSettings] + (others[operation.name] ?? []).map { Settings($0) }
  }
}

extension Operators {
  /// The number of an operator of the list.
  static func id(like operation: Operator) -> OperatorID? {
    candidates(named: operation.name).first { Operators[$0].summary == operation.summary }
  }
}
