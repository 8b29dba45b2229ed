/// Where functions that round have their steps.
extension ClosedRange<Double> {
  /// Whether it contains a whole number.
  var containsWholeNumber: Bool {
    upperBound.rounded(.down) >= lowerBound.rounded(.up)
  }

  /// Whether it contains a whole number other than zero.
  var containsWholeNumberButZero: Bool {
    let (first, last) = (lowerBound.rounded(.up), upperBound.rounded(.down))
    return last >= first && !(first == 0 && last == 0)
  }

  /// Whether it contains a whole number and a half.
  var containsHalf: Bool {
    (upperBound - 0.5).rounded(.down) >= (lowerBound - 0.5).rounded(.up)
  }
}
