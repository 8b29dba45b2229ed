/// A sum of doubles from left to right that keeps what each addition rounds away and adds it at the
/// end (Neumaier, 1974), so that the result is right to the last digits also where large terms
/// cancel.
struct CompensatedSum {
  private var sum = 0.0
  private var lost = 0.0

  /// Adds a term.
  mutating func add(_ term: Double) {
    let next = sum + term
    lost += abs(sum) >= abs(term) ? (sum - next) + term : (term - next) + sum
    sum = next
  }

  /// What the terms sum to.
  var value: Double { sum.isFinite ? sum + lost : sum }
}
