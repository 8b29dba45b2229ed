public import Autodiff

/// A distance p where the target is 1, and what it falls short of the margin where it is −1.
public enum HingeEmbedding: LossRule {
  public static let name = "hinge_embedding"
  public static let aliases = ["hinge_embedding_loss"]
  public static let summary = "a distance, or what it lacks to the margin; targets 1 and -1"
  public static let source = "torch.nn.HingeEmbeddingLoss"
  public static let target = Loss.Target.values
  public static let settings = [
    Setting("margin", 1, "how far apart unlike things should be")
  ]
  public static let samples = [
    Loss.Sample([0.5, 0.25, 3], [1, -1, -1])
  ]

  public static func terms<N: Number>(
    _ prediction: [N], _ target: [N], weights: [Double], _ s: Settings
  ) -> [N] {
    zip(prediction, target).map { N.choose($1 .== -1, N.relu(s[0] - $0), $0) }
  }
}
