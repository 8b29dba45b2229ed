import Autodiff

extension Dataset {
  /// The set in two parts, the first with a fraction of the rows.
  ///
  /// With a seed the rows are shuffled first, without one they stay in order. Where the fraction
  /// cuts a row in two it goes to the first part, as in PyTorch's `random_split`.
  ///
  /// - Throws: `badFraction`, or `emptyPart` where a part would have no rows.
  public func split(at fraction: Double, seed: Int64? = nil) throws(DatasetProblem) -> (
    Dataset, Dataset
  ) {
    guard fraction > 0, fraction < 1 else { throw .badFraction(fraction) }
    let exact = Double(count) * fraction
    // 100·0.07 is 7.000000000000001; that is 7 rows, not a cut through the eighth.
    let isWhole = abs(exact - exact.rounded()) <= 4 * exact.ulp
    let size = min(Int(exact.rounded(isWhole ? .toNearestOrEven : .up)), count)
    guard size > 0, size < count else { throw .emptyPart(fraction, rows: count) }
    var order = Array(0..<count)
    if let seed {
      var source = RandomSource(seed: seed)
      order = Permutation.of(count, source.draw())
    }
    return (rows(Array(order[..<size])), rows(Array(order[size...])))
  }
}
