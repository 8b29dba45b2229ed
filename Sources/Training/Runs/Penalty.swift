public import Autodiff

/// What `l1=` and `l2=` add to a loss, and to the gradient at one weight.
public enum Penalty {
  /// l1·Σ|w|.
  public static func absolute<N: Number>(_ l1: N, of weights: [N]) -> N {
    l1 * N.sum(weights.map { N.abs($0) })
  }

  /// ½·l2·Σw².
  public static func squared<N: Number>(_ l2: N, of weights: [N]) -> N {
    0.5 * l2 * N.sum(weights.map(\.squared))
  }

  /// The slope of l1·Σ|w|.
  public static func absoluteSlope<N: Number>(_ l1: N, at weight: N) -> N { l1 * N.sign(weight) }

  /// The slope of ½·l2·Σw².
  public static func squaredSlope<N: Number>(_ l2: N, at weight: N) -> N { l2 * weight }
}
