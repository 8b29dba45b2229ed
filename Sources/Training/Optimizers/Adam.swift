public import Autodiff

/// The average gradient divided by the root of its average square.
public enum Adam: UpdateRule {
  public static let name = "adam"
  public static let summary = "momentum, and shorter steps where the gradients have been large"
  public static let source =
    "Kingma and Ba (2015); amsgrad: Reddi, Kale and Kumar (2018); torch.optim.Adam"
  public static let settings = [
    Setting.lr(0.001), Setting.beta1, Setting.beta2, Setting.eps(), Setting.weightDecay(),
    Setting.amsgrad, Setting.maximize, Setting.decoupledWeightDecay,
  ]

  public static func states(_ s: Settings) -> [String] {
    s[5] == 1 ? ["m", "v", "v_max"] : ["m", "v"]
  }

  /// What the two averages are too small by.
  public static func shared<N: Number>(_ given: Update<N>) -> [N] {
    [given.bias(given.numbers[1]), given.bias(given.numbers[2])]
  }

  @inline(__always)
  public static func update<N: Number>(_ given: Update<N>, states: inout UpdateStates<N>) -> N {
    update(given, states: &states, isDecoupled: given.settings[7] == 1)
  }

  /// The update with weight decay added to the gradient, or past it.
  @inline(__always)
  static func update<N: Number>(
    _ given: Update<N>, states: inout UpdateStates<N>, isDecoupled: Bool
  ) -> N {
    let (lr, beta1, beta2, eps) = (
      given.numbers[0], given.numbers[1], given.numbers[2], given.numbers[3]
    )
    let g = given.gradient(decay: isDecoupled ? nil : 4, maximize: 6)
    let w = isDecoupled ? given.decayed(lr: lr, decay: 4) : given.w
    let m = given.average("m", of: given.states[0], and: g, by: beta1)
    let v = given.average("v", of: given.states[1], and: g.squared, by: beta2)
    (states[0], states[1]) = (m, v)
    var largest = v
    if given.settings[5] == 1 {
      largest = given.named("v_max", N.max(given.states[2], v))
      states[2] = largest
    }
    let mean = given.named("m̂", m / given.shared[0])
    let square = given.named("v̂", largest / given.shared[1])
    return w - lr * mean / (N.sqrt(square) + eps)
  }
}
