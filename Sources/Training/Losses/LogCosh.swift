public import Autodiff

/// The logarithm of cosh(p − t): the squared error by 2 near zero, straight far away, and smooth.
public enum LogCosh: LossRule {
  public static let name = "log_cosh"
  public static let summary = "ln cosh of the error, smooth and straight far away"
  public static let source = "Green (1990)"
  public static let target = Loss.Target.values
  public static let samples = [
    Loss.Sample([0.5, -1.25, 4], [1, -1, 2])
  ]

  public static func terms<N: Number>(
    _ prediction: [N], _ target: [N], weights: [Double], _ s: Settings
  ) -> [N] {
    zip(prediction, target).map { logCosh($0 - $1) }
  }

  // Two spellings of one function: the first has no cancellation near zero, the second no overflow.
  private static func logCosh<N: Number>(_ error: N) -> N {
    N.choose(
      N.abs(error) .< 1, N.log1p(N.sinh(error).squared) / 2,
      N.abs(error) + N.log1p(N.exp(-2 * N.abs(error))) - N.named("ln 2", 0.6931471805599453))
  }
}
