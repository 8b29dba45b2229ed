import Autodiff

/// What the normalizing layers share.
enum Standardizing {
  /// Numbers less their mean, divided by √(variance + eps), with the variance that divides by n.
  static func standardized<N: Number>(_ x: [N], eps: Double) -> [N] {
    guard !x.isEmpty else { return [] }
    let (mean, deviation) = (N.mean(x), N.sqrt(N.variance(x, correction: 0) + eps))
    return x.map { ($0 - mean) / deviation }
  }
}
