public import Autodiff

/// The binary cross-entropy of the probability σ(z), from z itself.
///
/// With softplus(z) = −ln σ(−z) no digit is lost where the probability is nearly 0 or 1.
public enum BCEWithLogits: LossRule {
  public static let name = "bce_with_logits"
  public static let aliases = ["binary_cross_entropy_with_logits"]
  public static let summary = "the binary cross-entropy of the sigmoid of a logit"
  public static let source = "torch.nn.BCEWithLogitsLoss"
  public static let target = Loss.Target.values
  public static let decision: Decision? = .above(0, middle: 0.5)
  public static let settings = [
    Setting("pos_weight", 1, "how much a target of 1 counts", in: 0 ... .infinity)
  ]
  public static let samples = [
    Loss.Sample([0.5, -1.25, 3], [1, 0, 0.25])
  ]

  public static func terms<N: Number>(
    _ prediction: [N], _ target: [N], weights: [Double], _ s: Settings
  ) -> [N] {
    zip(prediction, target).map { z, t in
      (s[0] * t) * N.softplus(-z) + (1 - t) * N.softplus(z)
    }
  }
}
