import Autodiff

/// Weights small enough that a layer of tanh neither swells nor fades what passes it.
enum Xavier: InitializationRule {
  static let name = "xavier"
  static let summary = "uniform to ±sqrt(6 / (inputs + outputs)), made for tanh and sigmoid"
  static let source = "Glorot and Bengio (2010); torch.nn.init.xavier_uniform_"
  static let chance = Initialization.Chance.uniform

  static func weight<N: Number>(inputs: N, outputs: N, drawn: N, _ settings: [N]) -> N {
    N.sqrt(6 / (inputs + outputs)) * (2 * drawn - 1)
  }
}

/// The same for a layer of relu, which lets only half of its units pass.
enum He: InitializationRule {
  static let name = "he"
  static let summary = "normal with standard deviation sqrt(2 / inputs), made for relu"
  static let source = "He and others (2015); torch.nn.init.kaiming_normal_"
  static let chance = Initialization.Chance.normal

  static func weight<N: Number>(inputs: N, outputs: N, drawn: N, _ settings: [N]) -> N {
    N.sqrt(2 / inputs) * drawn
  }
}

/// What PyTorch does unless told otherwise.
enum LinearDefault: InitializationRule {
  static let name = "linear"
  static let summary = "uniform to ±1 / sqrt(inputs), biases too: PyTorch's default"
  static let source = "torch.nn.Linear"
  static let chance = Initialization.Chance.uniform

  static func weight<N: Number>(inputs: N, outputs: N, drawn: N, _ settings: [N]) -> N {
    1 / N.sqrt(inputs) * (2 * drawn - 1)
  }
}
