public import Autodiff

/// Steepest descent, perhaps with momentum.
public enum SGD: UpdateRule {
  public static let name = "sgd"
  public static let summary = "a step against the gradient, perhaps with momentum"
  public static let source =
    "Robbins and Monro (1951); Polyak (1964); Nesterov (1983); torch.optim.SGD"
  public static let settings = [
    Setting.lr(0.001),
    Setting("momentum", 0, "how much of the last velocity stays", in: 0 ... .infinity),
    Setting("dampening", 0, "how much of the gradient is kept out of the velocity"),
    Setting.weightDecay(),
    Setting("nesterov", words: ["false", "true"], "whether to look ahead along the velocity"),
    Setting.maximize,
  ]

  public static func states(_ s: Settings) -> [String] { s[1] == 0 ? [] : ["u"] }

  public static func conflict(_ s: Settings) -> String? {
    s[4] == 1 && (s[1] == 0 || s[2] != 0)
      ? "nesterov needs a momentum above 0 and a dampening of 0" : nil
  }

  @inline(__always)
  public static func update<N: Number>(_ given: Update<N>, states: inout UpdateStates<N>) -> N {
    let (lr, momentum, dampening) = (given.numbers[0], given.numbers[1], given.numbers[2])
    let g = given.gradient(decay: 3, maximize: 5)
    guard given.stateCount > 0 else { return given.w - lr * g }
    let last = given.states[0]
    // PyTorch starts the velocity as the first gradient, undampened.
    let u = given.named(
      "u",
      given.settings[2] == 0
        ? momentum * last + g
        : N.choose(given.t .== 1, g, momentum * last + (1 - dampening) * g))
    let direction = given.settings[4] == 1 ? g + momentum * u : u
    states[0] = u
    return given.w - lr * direction
  }
}
