public import Autodiff

/// Adam that divides by v only once v rests on enough gradients to be trusted.
public enum RAdam: UpdateRule {
  public static let name = "radam"
  public static let summary = "adam, cautious while its averages are young"
  public static let source = "Liu and others (2020); torch.optim.RAdam"
  public static let settings = [
    Setting.lr(0.001), Setting.beta1, Setting.beta2, Setting.eps(), Setting.weightDecay(),
    Setting.decoupledWeightDecay, Setting.maximize,
  ]

  public static func states(_ s: Settings) -> [String] { ["m", "v"] }

  /// What the averages are too small by, and how far v can be trusted: ρ is the number of gradients
  /// it rests on.
  public static func shared<N: Number>(_ given: Update<N>) -> [N] {
    let (beta1, beta2) = (given.numbers[1], given.numbers[2])
    let bias = given.bias(beta2)
    let most = given.named("ρ_max", 2 / (1 - beta2) - 1)
    let count = given.named("ρ", most - 2 * given.t * N.pow(beta2, given.t) / bias)
    func trust() -> N {
      given.named(
        "r", N.sqrt((count - 4) * (count - 2) * most / ((most - 4) * (most - 2) * count)))
    }
    return [given.bias(beta1), bias, count, N.choose(count .> 5, trust(), N(0))]
  }

  @inline(__always)
  public static func update<N: Number>(_ given: Update<N>, states: inout UpdateStates<N>) -> N {
    let (lr, beta1, beta2, eps) = (
      given.numbers[0], given.numbers[1], given.numbers[2], given.numbers[3]
    )
    let isDecoupled = given.settings[5] == 1
    let g = given.gradient(decay: isDecoupled ? nil : 4, maximize: 6)
    let w = isDecoupled ? given.decayed(lr: lr, decay: 4) : given.w
    let m = given.average("m", of: given.states[0], and: g, by: beta1)
    let v = given.average("v", of: given.states[1], and: g.squared, by: beta2)
    (states[0], states[1]) = (m, v)
    let mean = given.named("m̂", m / given.shared[0])
    let (bias, trust) = (given.shared[1], given.shared[3])
    let step = N.choose(
      given.shared[2] .> 5,
      lr * mean * trust * given.named("l", N.sqrt(bias) / (N.sqrt(v) + eps)), lr * mean)
    return w - step
  }
}
