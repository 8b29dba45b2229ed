public import Autodiff

/// The cross-entropy −Σ tₖ·ln softmax(z)ₖ of the logits of the classes.
///
/// `label_smoothing` ε takes (1 − ε)·t + ε/C for the target.
public enum CrossEntropy: LossRule {
  public static let name = "cross_entropy"
  public static let summary = "the cross-entropy of logits and a class or a distribution"
  public static let source = "torch.nn.CrossEntropyLoss"
  public static let target = Loss.Target.classes
  public static let settings = [
    Setting("label_smoothing", 0, "how much of the target is spread evenly", in: 0...1)
  ]
  public static let samples = [
    Loss.Sample([2, 1, 0.1], [1]),
    Loss.Sample([0.5, -1.2, 3.3], [0.2, 0.5, 0.3]),
  ]
  public static let meanIsWeighted = true

  public static func terms<N: Number>(
    _ prediction: [N], _ target: [N], weights: [Double], _ s: Settings
  ) -> [N] {
    let logits = prediction
    let uniform = s[0] / Double(logits.count)
    guard Classes.isNumber(target, of: logits) else {
      let smooth = s[0] == 0 ? target : target.map { (1 - s[0]) * $0 + uniform }
      return [-N.dot(Classes.weighted(smooth, weights), N.logSoftmax(logits))]
    }
    let weight: N = Classes.weight(of: target[0], weights)
    guard s[0] != 0 else { return [-(weight * N.logSoftmax(logits, at: target[0]))] }
    let logarithms = N.logSoftmax(logits)
    let all = weights.isEmpty ? N.sum(logarithms) : N.dot(weights.map { N($0) }, logarithms)
    return [-((1 - s[0]) * (weight * N.pick(logarithms, target[0])) + uniform * all)]
  }
}
