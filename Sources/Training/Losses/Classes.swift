import Autodiff

/// What the losses of classes share.
enum Classes {
  /// Whether a target is the number of the right class rather than a probability for each.
  static func isNumber<N: Number>(_ target: [N], of prediction: [N]) -> Bool {
    target.count == 1 && prediction.count > 1
  }

  /// The weight of a class, from 1; 1 if classes have none.
  static func weight<N: Number>(of number: N, _ weights: [Double]) -> N {
    weights.isEmpty ? N(1) : N.pick(weights.map { N($0) }, number)
  }

  /// The loss of the right class times its weight; for probabilities the weighted sum over all.
  static func expected<N: Number>(_ losses: [N], _ target: [N], weights: [Double]) -> N {
    isNumber(target, of: losses)
      ? weight(of: target[0], weights) * N.pick(losses, target[0])
      : N.dot(weighted(target, weights), losses)
  }

  /// Each probability times the weight of its class.
  static func weighted<N: Number>(_ probabilities: [N], _ weights: [Double]) -> [N] {
    weights.isEmpty ? probabilities : zip(weights, probabilities).map { $0 * $1 }
  }
}
