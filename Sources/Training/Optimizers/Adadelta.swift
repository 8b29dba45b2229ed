public import Autodiff

/// Steps in units of the steps before, so that no learning rate need be chosen.
public enum Adadelta: UpdateRule {
  public static let name = "adadelta"
  public static let summary = "steps as long as the last ones were, for gradients of the usual size"
  public static let source = "Zeiler (2012); torch.optim.Adadelta"
  public static let settings = [
    Setting.lr(1),
    Setting("rho", 0.9, "how much of an average stays at every step", in: 0...1),
    Setting.eps(1e-6),
    Setting.weightDecay(),
    Setting.maximize,
  ]

  public static func states(_ s: Settings) -> [String] { ["v", "d"] }

  @inline(__always)
  public static func update<N: Number>(_ given: Update<N>, states: inout UpdateStates<N>) -> N {
    let (lr, rho, eps) = (given.numbers[0], given.numbers[1], given.numbers[2])
    let g = given.gradient(decay: 3, maximize: 4)
    let v = given.average("v", of: given.states[0], and: g.squared, by: rho)
    let step = given.named("Δ", N.sqrt(given.states[1] + eps) / N.sqrt(v + eps) * g)
    states[0] = v
    states[1] = given.average("d", of: given.states[1], and: step.squared, by: rho)
    return given.w - lr * step
  }
}
