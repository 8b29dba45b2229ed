extension Operators {
  /// The operators that compare two numbers: they answer 1 or 0, or the larger or smaller one.
  static let comparisons: [Operator] = [
    Operator(Less.self),
    Operator(LessOrEqual.self),
    Operator(Greater.self),
    Operator(GreaterOrEqual.self),
    Operator(Equal.self),
    Operator(NotEqual.self),
    Operator(Maximum.self),
    Operator(Minimum.self),
  ]
}
