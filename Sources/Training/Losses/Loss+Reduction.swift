public import Autodiff

/// How the terms of elements and rows become one loss.
extension Loss {
  /// The reduction of the terms of one row or of many: one number, or the terms themselves.
  ///
  /// - Parameter shares: what each term counts in the mean, from `shares(of:weights:)`; all alike
  ///   if empty. The terms are multiplied by their weights already.
  public static func reduced<N: Number>(
    _ terms: [N], _ reduction: Reduction, shares: [N] = []
  ) -> [N] {
    switch reduction {
    case .none: terms
    case .sum: [total(terms)]
    case .mean where !shares.isEmpty: [total(terms) / total(shares)]
    case .mean: [terms.count == 1 ? terms[0] : N.mean(terms)]
    }
  }

  /// What the term of each row counts in the mean: the weight of its class, as in PyTorch; nothing
  /// where all rows count alike, which is so without weights and for targets that are
  /// distributions.
  public func shares<N: Number>(of targets: [[N]], weights: [Double]) -> [N] {
    guard meanIsWeighted, weights.count > 1, targets.allSatisfy({ $0.count == 1 }) else {
      return []
    }
    return targets.map { Classes.weight(of: $0[0], weights) }
  }

  private static func total<N: Number>(_ numbers: [N]) -> N {
    numbers.count == 1 ? numbers[0] : N.sum(numbers)
  }
}
