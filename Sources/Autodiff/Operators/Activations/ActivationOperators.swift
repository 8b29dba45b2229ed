extension Operators {
  /// The functions that stand between the layers of a network.
  static let activations: [Operator] = [
    Operator(Sigmoid.self),
    Operator(LeakyReLU.self),
  ]
}
