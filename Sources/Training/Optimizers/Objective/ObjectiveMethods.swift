/// Every method that looks at the whole objective.
public enum ObjectiveMethods {
  /// All of them, in the order of help.
  public static let all: [any ObjectiveMethod.Type] = [
    Newton.self, HessianFree.self, LBFGS.self, Annealing.self,
  ]

  /// The method of that name.
  public static func named(_ name: String) -> (any ObjectiveMethod.Type)? {
    all.first { $0.name == name }
  }
}
