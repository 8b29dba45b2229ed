extension Operators {
  /// The functions of one number that mathematics has names for.
  static let elementary: [Operator] = [
    Operator(Exp.self),
    Operator(Log.self),
    Operator(Tanh.self),
  ]
}
