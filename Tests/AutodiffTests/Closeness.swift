/// Whether two numbers are so many units in the last place apart, or both are nan; the sign of
/// zero counts if asked for.
func isClose(_ actual: Double, _ expected: Double, ulps: Int, signed: Bool = false) -> Bool {
  if actual.isNaN || expected.isNaN { return actual.isNaN && expected.isNaN }
  if actual == expected { return !signed || actual.sign == expected.sign || expected != 0 }
  guard actual.isFinite, expected.isFinite else { return false }
  return abs(place(of: actual) - place(of: expected)) <= ulps
}

/// A double's place in the order of all doubles, with zero at 0.
private func place(of number: Double) -> Int {
  let magnitude = Int(truncatingIfNeeded: number.magnitude.bitPattern)
  return number.sign == .minus ? -magnitude : magnitude
}
