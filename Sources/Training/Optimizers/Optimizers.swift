/// Every optimizer that changes each parameter by itself.
public enum Optimizers {
  /// All of them, in the order of help.
  public static let all: [Optimizer] = [
    Optimizer(SGD.self), Optimizer(Adagrad.self), Optimizer(RMSprop.self),
    Optimizer(Adadelta.self), Optimizer(Adam.self), Optimizer(AdamW.self),
    Optimizer(Adamax.self), Optimizer(NAdam.self), Optimizer(RAdam.self),
  ]

  /// The optimizer of that name.
  public static func named(_ name: String) -> Optimizer? { all.first { $0.name == name } }
}
