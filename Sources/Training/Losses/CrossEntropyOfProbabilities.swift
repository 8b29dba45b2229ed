public import Autodiff

/// The cross-entropy −Σ tₖ·ln pₖ of probabilities, each of which is free to change.
///
/// It is infinite where the right class has no probability; `cross_entropy` of logits is not.
public enum CrossEntropyOfProbabilities: LossRule {
  public static let name = "ce_prob"
  public static let summary = "the cross-entropy of probabilities and a class or a distribution"
  public static let source = "Good (1952)"
  public static let target = Loss.Target.classes
  public static let samples = [
    Loss.Sample([0.2, 0.5, 0.3], [2]),
    Loss.Sample([0.2, 0.5, 0.3], [0.1, 0.6, 0.3]),
  ]
  public static let meanIsWeighted = true

  public static func terms<N: Number>(
    _ prediction: [N], _ target: [N], weights: [Double], _ s: Settings
  ) -> [N] {
    guard Classes.isNumber(target, of: prediction) else {
      let shares = Classes.weighted(target, weights)
      return [-N.sum(zip(shares, prediction).map { N.xlogy($0, $1) })]
    }
    let weight: N = Classes.weight(of: target[0], weights)
    return [-(weight * N.log(N.pick(prediction, target[0])))]
  }
}
