extension Operators {
  /// The operators that make one number of many.
  static let reductions: [Operator] = [
    Operator(Sum.self),
    Operator(Dot.self),
  ]
}
