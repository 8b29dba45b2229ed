/// Every loss there is.
public enum Losses {
  /// All losses, in the order of help.
  public static let all: [Loss] = [
    Loss(MSE.self),
    Loss(HalfMSE.self),
    Loss(MAE.self),
    Loss(Huber.self),
    Loss(SmoothL1.self),
    Loss(LogCosh.self),
    Loss(BCE.self),
    Loss(BCEWithLogits.self),
    Loss(CrossEntropy.self),
    Loss(CrossEntropyOfProbabilities.self),
    Loss(NLL.self),
    Loss(KLDivergence.self),
    Loss(Hinge.self),
    Loss(SquaredHinge.self),
    Loss(HingeEmbedding.self),
    Loss(SoftMargin.self),
    Loss(MultiMargin.self),
    Loss(PoissonNLL.self),
  ]

  /// The loss of that name or alias.
  public static func named(_ name: String) -> Loss? { byName[name] }

  private static let byName: [String: Loss] = Dictionary(
    all.flatMap { loss in ([loss.name] + loss.aliases).map { ($0, loss) } },
    uniquingKeysWith: { first, _ in first })
}
