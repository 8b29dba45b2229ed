extension Operators {
  /// The operators that have a symbol, and their relatives.
  static let arithmetic: [Operator] = [
    Operator(Add.self),
    Operator(Subtract.self),
    Operator(Multiply.self),
    Operator(Divide.self),
    Operator(Negate.self),
    Operator(Power.self),
  ]
}
