extension Operators {
  /// The operators that answer 1 or 0.
  static let comparisons: [Operator] = [
    Operator(Less.self),
    Operator(LessOrEqual.self),
    Operator(Greater.self),
    Operator(GreaterOrEqual.self),
    Operator(Equal.self),
    Operator(NotEqual.self),
    Operator(Maximum.self),
  ]
}
