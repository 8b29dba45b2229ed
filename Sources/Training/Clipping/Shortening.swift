import Autodiff

/// What the clips of norms share.
enum Shortening {
  /// The factor min(1, c/(‖x‖ₚ + eps)) that brings a vector within a bound.
  ///
  /// A vector within it, be it zero, gets exactly 1, and nothing flows back through its norm. One
  /// with a nan becomes nan; one with an infinity has no direction and becomes zeros and nan, as in
  /// PyTorch. Unlike PyTorch's, the norm does not overflow where only the squares do.
  static func factor<N: Number>(of vector: [N], to bound: Double, p: Double, eps: Double = 0) -> N {
    guard !vector.isEmpty else { return N(1) }
    let norm = p == 2 ? N.euclideanNorm(vector) : N.norm(vector, p: p)
    let size = eps == 0 ? norm : norm + eps
    return N.choose(size .<= bound, N(1), bound / size)
  }
}
