/// Every loss there is.
public enum Losses {
  /// All losses, in the order of help.
  public static let all: [Loss] = [
    Loss(MSE.self)
  ]

  /// The loss of that name or alias.
  public static func named(_ name: String) -> Loss? { byName[name] }

  private static let byName: [String: Loss] = Dictionary(
    all.flatMap { loss in ([loss.name] + loss.aliases).map { ($0, loss) } },
    uniquingKeysWith: { first, _ in first })
}
