extension Operators {
  /// The operators that decide where values and gradients go.
  static let routing: [Operator] = [
    Operator(Where.self),
    Operator(Pick.self),
    Operator(Detach.self),
  ]
}
