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

  public static func update<N: Number>(_ given: Update<N>) -> Updated<N> {
    let (lr, beta1, beta2, eps) = (
      given.numbers[0], given.numbers[1], given.numbers[2], given.numbers[3]
    )
    let isDecoupled = given.settings[5] == 1
    let g = given.gradient(decay: isDecoupled ? nil : 4, maximize: 6)
    let w = isDecoupled ? given.decayed(lr: lr, decay: 4) : given.w
    let m = given.average("m", of: given.states[0], and: g, by: beta1)
    let v = given.average("v", of: given.states[1], and: g.squared, by: beta2)
    let mean = given.named("m̂", m / given.bias(beta1))
    // The number of gradients that v rests on, and the most it can be.
    let most = given.named("ρ_max", 2 / (1 - beta2) - 1)
    let count = given.named(
      "ρ", most - 2 * given.t * N.pow(beta2, given.t) / given.bias(beta2))

    func rectified() -> N {
      let trust = given.named(
        "r",
        N.sqrt((count - 4) * (count - 2) * most / ((most - 4) * (most - 2) * count)))
      let scale = given.named("l", N.sqrt(given.bias(beta2)) / (N.sqrt(v) + eps))
      return lr * mean * trust * scale
    }
    return Updated(w - N.choose(count .> 5, rectified(), lr * mean), states: [m, v])
  }
}
