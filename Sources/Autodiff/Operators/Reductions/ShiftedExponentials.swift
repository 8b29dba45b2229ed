/// The numbers e^(xᵢ − max x), which no large x makes overflow and no rounding of the difference
/// makes wrong.
struct ShiftedExponentials {
  /// The largest x; nan, if any is.
  let largest: Double
  /// e^(xᵢ − max x) for each x; 1 for the largest.
  let terms: [Double]
  /// What the terms sum to without the first that is 1; nan if the largest x is infinite.
  let sumOfOthers: Double

  init(_ x: [Double]) {
    let place = x.isEmpty ? 0 : Argmax.place(in: x)
    let largest = x.isEmpty ? -.infinity : x[place]
    self.largest = largest
    terms = x.map { x in
      let difference = ExactSum(sum: x, -largest)
      let term = cExp(difference.value)
      return difference.lost.isFinite ? term + term * difference.lost : term
    }
    sumOfOthers = largest.isFinite ? Sum.compute(terms, leavingOut: place) : .nan
  }
}
