/// The exponentials e^(xᵢ − max x), of which none overflows, and their sum: what `logsumexp`,
/// `softmax` and `log_softmax` are made of.
struct ShiftedExponentials {
  /// The largest x; nan, if any is.
  let largest: Double
  /// What the terms sum to without the first that is 1; nan if the largest x is infinite.
  let sumOfOthers: Double

  /// Sums the exponentials, and hands each of them over with its place; 1 for the largest.
  init(
    _ x: UnsafeBufferPointer<Double>, each: (_ place: Int, _ term: Double) -> Void = { _, _ in }
  ) {
    let top = x.isEmpty ? 0 : Argmax.place(in: x)
    let largest = x.isEmpty ? -.infinity : x[top]
    var sum = CompensatedSum()
    for (place, x) in x.enumerated() {
      let difference = ExactSum(sum: x, -largest)
      let rounded = cExp(difference.value)
      let term = difference.lost.isFinite ? rounded + rounded * difference.lost : rounded
      each(place, term)
      if place != top { sum.add(term) }
    }
    self.largest = largest
    sumOfOthers = largest.isFinite ? sum.value : .nan
  }
}
