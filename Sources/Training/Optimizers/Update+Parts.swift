import Autodiff

/// The parts that many optimizers have in common.
extension Update {
  /// The gradient that is descended, as PyTorch has it.
  ///
  /// To climb it is turned round; then weight decay is added. Each place is one among the settings,
  /// nil where the rule decays otherwise.
  @inline(__always)
  func gradient(decay: Int?, maximize: Int) -> N {
    let climbs = settings[maximize] == 1
    let decay = decay.flatMap { settings[$0] == 0 ? nil : numbers[$0] }
    guard climbs || decay != nil else { return g }
    let slope = climbs ? -g : g
    return named("g′", decay.map { slope + $0 * w } ?? slope)
  }

  /// The parameter after weight decay that goes past the gradient (Loshchilov and Hutter, 2019).
  @inline(__always)
  func decayed(lr: N, decay: Int) -> N {
    settings[decay] == 0 ? w : named("w′", w * (1 - lr * numbers[decay]))
  }

  /// An average in which what is old counts less and less.
  func average(_ name: String, of old: N, and new: N, by factor: N) -> N {
    named(name, factor * old + (1 - factor) * new)
  }

  /// What is left of 1 when a factor has been applied at every step: by this an average that
  /// started at 0 is too small (Kingma and Ba, 2015).
  func bias(_ factor: N) -> N { 1 - N.pow(factor, t) }
}

/// The settings that many optimizers have in common.
extension Setting {
  /// From 0 up to but not including 1.
  private static let fraction = 0...Double(1).nextDown

  static func lr(
    _ standard: Double, _ meaning: String = "the learning rate: how long a step is"
  ) -> Setting {
    Setting("lr", standard, meaning, in: 0 ... .greatestFiniteMagnitude)
  }
  static let beta1 = Setting(
    "beta1", 0.9, "how much of the gradient's average stays at every step", in: fraction)
  static let beta2 = Setting(
    "beta2", 0.999, "how much of the average of its square stays at every step", in: fraction)
  static func eps(_ standard: Double = 1e-8) -> Setting {
    Setting("eps", standard, "keeps the divisor away from 0", in: 0 ... .infinity)
  }
  static func weightDecay(_ standard: Double = 0) -> Setting {
    Setting("weight_decay", standard, "pulls the parameter towards 0", in: 0 ... .infinity)
  }
  static let decoupledWeightDecay = Setting(
    "decoupled_weight_decay", words: ["false", "true"],
    "whether weight decay shrinks the parameter by itself instead of adding to the gradient")
  static let amsgrad = Setting(
    "amsgrad", words: ["false", "true"], "whether the largest v so far is divided by")
  static let maximize = Setting(
    "maximize", words: ["false", "true"], "whether to climb instead of to descend")
}
