public import Autodiff

/// The mean over all classes of what the right one lacks to lead each other by a margin.
///
/// For a distribution of the target it is the expected loss.
public enum MultiMargin: LossRule {
  public static let name = "multi_margin"
  public static let aliases = ["multi_margin_loss"]
  public static let summary = "what the right class lacks to lead each other by a margin"
  public static let source = "torch.nn.MultiMarginLoss"
  public static let target = Loss.Target.classes
  public static let settings = [
    Setting("margin", 1, "how far the right class should lead"),
    Setting("p", 1, "the power of what is lacking, 1 or 2", in: 1...2, isWhole: true),
  ]
  public static let samples = [
    Loss.Sample([0.3, 1.2, -0.4], [1]),
    Loss.Sample([0.3, 1.2, -0.4], [0.1, 0.6, 0.3]),
  ]

  public static func terms<N: Number>(
    _ prediction: [N], _ target: [N], weights: [Double], _ s: Settings
  ) -> [N] {
    func loss(of right: N) -> N {
      let score = N.pick(prediction, right)
      let lacking = zip(1..., prediction).map { number, other in
        N.choose(
          right .== Double(number), N(0), N.pow(N.relu(s[0] - (score - other)), N(s[1])))
      }
      return N.sum(lacking) / Double(prediction.count)
    }
    guard Classes.isNumber(target, of: prediction) else {
      let losses = prediction.indices.map { loss(of: N(Double($0 + 1))) }
      return [Classes.expected(losses, target, weights: weights)]
    }
    return [Classes.weight(of: target[0], weights) * loss(of: target[0])]
  }
}
