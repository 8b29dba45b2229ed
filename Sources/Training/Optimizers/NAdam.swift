public import Autodiff

/// Adam that looks ahead along its momentum.
public enum NAdam: UpdateRule {
  public static let name = "nadam"
  public static let summary = "adam, looking ahead along its momentum"
  public static let source = "Dozat (2016); torch.optim.NAdam"
  public static let settings = [
    Setting.lr(0.002), Setting.beta1, Setting.beta2, Setting.eps(), Setting.weightDecay(),
    Setting("momentum_decay", 0.004, "how fast the momentum rises to beta1", in: 0 ... .infinity),
    Setting.decoupledWeightDecay, Setting.maximize,
  ]

  public static func states(_ s: Settings) -> [String] { ["m", "v", "P"] }
  /// P is the product of all μ so far.
  public static func start(of state: String, _ s: Settings) -> Double { state == "P" ? 1 : 0 }

  /// The momentum now and at the next step, and what the average of squares is too small by.
  public static func shared<N: Number>(_ given: Update<N>) -> [N] {
    let (beta1, beta2, decay) = (given.numbers[1], given.numbers[2], given.numbers[5])
    return [
      given.named("μ", momentum(given.t, beta1, decay)),
      given.named("μ′", momentum(given.t + 1, beta1, decay)), given.bias(beta2),
    ]
  }

  @inline(__always)
  public static func update<N: Number>(_ given: Update<N>, states: inout UpdateStates<N>) -> N {
    let (lr, beta1, beta2, eps) = (
      given.numbers[0], given.numbers[1], given.numbers[2], given.numbers[3]
    )
    let isDecoupled = given.settings[6] == 1
    let g = given.gradient(decay: isDecoupled ? nil : 4, maximize: 7)
    let w = isDecoupled ? given.decayed(lr: lr, decay: 4) : given.w
    let (now, next) = (given.shared[0], given.shared[1])
    let product = given.named("P", given.states[2] * now)
    let m = given.average("m", of: given.states[0], and: g, by: beta1)
    let v = given.average("v", of: given.states[1], and: g.squared, by: beta2)
    let mean = given.named(
      "m̂", next * m / (1 - product * next) + (1 - now) * g / (1 - product))
    let square = given.named("v̂", v / given.shared[2])
    (states[0], states[1], states[2]) = (m, v, product)
    return w - lr * mean / (N.sqrt(square) + eps)
  }

  private static func momentum<N: Number>(_ t: N, _ beta1: N, _ decay: N) -> N {
    beta1 * (1 - 0.5 * N.pow(N(0.96), t * decay))
  }
}
