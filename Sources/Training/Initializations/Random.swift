import Autodiff

/// Weights from a normal distribution that is chosen.
enum Normal: InitializationRule {
  static let name = "normal"
  static let summary = "random, from the normal distribution"
  static let source = "torch.nn.init.normal_"
  static let settings = [
    Setting("mean", 0, "the middle of the distribution"),
    Setting("std", 1, "its standard deviation", in: 0 ... .infinity),
  ]
  static let chance = Initialization.Chance.normal

  static func weight<N: Number>(inputs: N, outputs: N, drawn: N, _ settings: [N]) -> N {
    settings[0] + settings[1] * drawn
  }
}

/// Weights that are equally likely anywhere between two numbers.
enum Uniform: InitializationRule {
  static let name = "uniform"
  static let summary = "random, equally likely from a up to b"
  static let source = "torch.nn.init.uniform_"
  static let settings = [
    Setting("a", 0, "the least number"), Setting("b", 1, "the number just above the largest"),
  ]
  static let chance = Initialization.Chance.uniform

  static func conflict(_ s: Settings) -> String? { s[0] > s[1] ? "'a' must be at most 'b'" : nil }

  static func weight<N: Number>(inputs: N, outputs: N, drawn: N, _ settings: [N]) -> N {
    settings[0] + (settings[1] - settings[0]) * drawn
  }
}
