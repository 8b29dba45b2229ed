extension Operators {
  /// The functions that stand between the layers of a network.
  static let activations: [Operator] = [
    Operator(Linear.self),
    Operator(Sigmoid.self),
    Operator(LogSigmoid.self),
    Operator(Softplus.self),
    Operator(ReLU.self),
    Operator(ReLU6.self),
    Operator(LeakyReLU.self),
    Operator(ELU.self),
    Operator(SELU.self),
    Operator(CELU.self),
    Operator(Softsign.self),
    Operator(SiLU.self),
    Operator(GELU.self),
    Operator(Mish.self),
    Operator(Hardtanh.self),
    Operator(Hardsigmoid.self),
    Operator(Hardswish.self),
    Operator(Clamp.self),
    Operator(Tanhshrink.self),
    Operator(Softshrink.self),
    Operator(Hardshrink.self),
    Operator(Threshold.self),
    Operator(Gaussian.self),
  ]
}
