public import Autodiff

/// Adam with the largest recent gradient in the place of the average square.
public enum Adamax: UpdateRule {
  public static let name = "adamax"
  public static let summary = "adam, dividing by the largest gradient of late"
  public static let source = "Kingma and Ba (2015), section 7.1; torch.optim.Adamax"
  public static let settings = [
    Setting.lr(0.002), Setting.beta1, Setting.beta2, Setting.eps(), Setting.weightDecay(),
    Setting.maximize,
  ]

  public static func states(_ s: Settings) -> [String] { ["m", "u"] }

  /// What the average is too small by.
  public static func shared<N: Number>(_ given: Update<N>) -> [N] {
    [given.bias(given.numbers[1])]
  }

  @inline(__always)
  public static func update<N: Number>(_ given: Update<N>, states: inout UpdateStates<N>) -> N {
    let (lr, beta1, beta2, eps) = (
      given.numbers[0], given.numbers[1], given.numbers[2], given.numbers[3]
    )
    let g = given.gradient(decay: 4, maximize: 5)
    let m = given.average("m", of: given.states[0], and: g, by: beta1)
    let u = given.named("u", N.max(beta2 * given.states[1], N.abs(g) + eps))
    let mean = given.named("m̂", m / given.shared[0])
    (states[0], states[1]) = (m, u)
    return given.w - lr * mean / u
  }
}
