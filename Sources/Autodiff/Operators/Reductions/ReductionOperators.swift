extension Operators {
  /// The operators that make one number of many.
  static let reductions: [Operator] = [
    Operator(Sum.self),
    Operator(Mean.self),
    Operator(Product.self),
    Operator(Dot.self),
    Operator(Amax.self),
    Operator(Amin.self),
    Operator(MaxFirst.self),
    Operator(MinFirst.self),
    Operator(Argmax.self),
    Operator(Argmin.self),
    Operator(Variance.self),
    Operator(StandardDeviation.self),
    Operator(Norm.self),
    Operator(EuclideanNorm.self),
    Operator(LogSumExp.self),
  ]
}
