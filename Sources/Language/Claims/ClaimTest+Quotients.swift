import Autodiff

/// Formulas that come near a derivative and are none: quotients of differences, such as
/// `((w + h)^2 - w^2)/h` with a small h.
extension ClaimTest {
  /// How far a formula may be from the truth, relative to it, and be the truth in another form.
  private static let sameTolerance = 1e-14
  /// How strained a formula is at least that subtracts nearly equal numbers wherever it is tested.
  private static let leastStrain = 100.0

  /// The elements that are quotients of differences: at most points they are not the truth to the
  /// digits that another form of it would have, since nearly equal numbers are subtracted in them.
  func quotients(strain: (_ element: Int, _ point: Int) -> Double) -> Set<Int> {
    var found: Set<Int> = []
    for element in values.first?.indices ?? 0..<0 {
      let apart = values.indices.filter { !isSame(element, $0) }
      guard 2 * apart.count > values.count else { continue }
      let strained = apart.count { strain(element, $0) > Self.leastStrain }
      if 2 * strained > values.count { found.insert(element) }
    }
    return found
  }

  /// What is said of a claim that would be right if what comes so near were the truth; nil of any
  /// other, in which mistakes are to be looked for.
  var quotientFinding: Finding? {
    let claimed = claimed
    let isNear = quotients.allSatisfy { element in
      values.indices.allSatisfy { matches(element, $0, intervals[$0][element].lowerBound) }
    }
    guard !quotients.isEmpty, isNear, claimed.wrong.isSubset(of: quotients) else { return nil }
    return Diagnosing.rounding(claimed.wrong, claimed, close: closeness)
  }

  private func isSame(_ element: Int, _ point: Int) -> Bool {
    let (said, interval) = (values[point][element], intervals[point][element])
    let least = Self.sameTolerance * max(abs(said), sizes[element].usual)
    return said >= interval.lowerBound - least && said <= interval.upperBound + least
  }
}
