import Autodiff
import Training

extension Diagnosis where Subject == UpdateSubject {
  /// The step goes up the gradient instead of down.
  static let ascent = Diagnosis(
    "ascent",
    "the step goes up the gradient instead of down", .rates
  ) { subject in
    let sentence = { "that climbs: the step has to be subtracted from the parameter, not added" }
    let mirrored = Mutant(
      family: "", elements: 0..<subject.places.count,
      results: { point in
        zip(subject.chosen(subject.points[point].values), subject.truth(point)).map {
          2 * $0 - $1
        }
      }, sentence: sentence)
    let uphill = subject.mutant { _, gradient in
      for place in gradient.indices { gradient[place] = -gradient[place] }
    } sentence: {
      sentence()
    }
    return [mirrored, uphill]
  }
}
