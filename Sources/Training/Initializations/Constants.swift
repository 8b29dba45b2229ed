import Autodiff

/// Every weight 0, so that all units of a layer stay alike.
enum Zeros: InitializationRule {
  static let name = "zeros"
  static let summary = "every weight 0"
  static let source = "a classic mistake; torch.nn.init.zeros_"
  static let chance = Initialization.Chance.none

  static func weight<N: Number>(inputs: N, outputs: N, drawn: N, _ settings: [N]) -> N { N(0) }
}

/// Every weight 1.
enum Ones: InitializationRule {
  static let name = "ones"
  static let summary = "every weight 1"
  static let source = "torch.nn.init.ones_"
  static let chance = Initialization.Chance.none

  static func weight<N: Number>(inputs: N, outputs: N, drawn: N, _ settings: [N]) -> N { N(1) }
}
