extension Operators {
  /// The operators that make a vector of a vector, a node for each element.
  static let vectors: [Operator] = [
    Operator(Softmax.self),
    Operator(LogSoftmax.self),
    Operator(Softmin.self),
  ]
}
