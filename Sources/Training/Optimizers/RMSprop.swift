public import Autodiff

/// Steps divided by the root of the average squared gradient.
public enum RMSprop: UpdateRule {
  public static let name = "rmsprop"
  public static let summary = "shorter steps where the gradients have lately been large"
  public static let source =
    "Tieleman and Hinton, lecture 6.5 (2012); centered: Graves (2013); torch.optim.RMSprop"
  public static let settings = [
    Setting.lr(0.01),
    Setting("alpha", 0.99, "how much of an average stays at every step", in: 0...1),
    Setting.eps(),
    Setting.weightDecay(),
    Setting("momentum", 0, "how much of the last velocity stays", in: 0 ... .infinity),
    Setting(
      "centered", words: ["false", "true"],
      "whether to divide by the deviation of the gradients instead of their size"),
    Setting.maximize,
  ]

  public static func states(_ s: Settings) -> [String] {
    ["v"] + (s[5] == 1 ? ["m"] : []) + (s[4] == 0 ? [] : ["u"])
  }

  @inline(__always)
  public static func update<N: Number>(_ given: Update<N>, states: inout UpdateStates<N>) -> N {
    let (lr, alpha, eps, momentum) = (
      given.numbers[0], given.numbers[1], given.numbers[2], given.numbers[4]
    )
    let g = given.gradient(decay: 3, maximize: 6)
    let v = given.average("v", of: given.states[0], and: g.squared, by: alpha)
    states[0] = v
    var (spread, place) = (v, 1)
    if given.settings[5] == 1 {
      let m = given.average("m", of: given.states[1], and: g, by: alpha)
      (states[1], place) = (m, 2)
      // Rounding may leave the variance of equal gradients a little below 0.
      spread = given.named("s", N.usually(v - m.squared, unless: v .< m.squared, N(0)))
    }
    guard place < given.stateCount else { return given.w - lr * g / (N.sqrt(spread) + eps) }
    let u = given.named("u", momentum * given.states[place] + g / (N.sqrt(spread) + eps))
    states[place] = u
    return given.w - lr * u
  }
}
