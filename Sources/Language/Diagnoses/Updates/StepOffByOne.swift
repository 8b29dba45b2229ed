import Autodiff
import Training

extension Diagnosis where Subject == UpdateSubject {
  /// The steps were counted wrongly by one.
  static let stepOffByOne = Diagnosis(
    "step-off-by-one",
    "the steps were counted wrongly by one", .adam
  ) { subject in
    subject.next.neighbors.flatMap { neighbor -> [Mutant] in
      let sentence = {
        "this is step \(subject.next.step), counted from 1, not step \(neighbor.step)"
      }
      return [
        subject.mutant { next, _ in
          next.step = neighbor.step
        } sentence: {
          sentence()
        },
        subject.mutant { next, _ in
          next.settings = neighbor.settings
        } sentence: {
          sentence()
        },
        subject.mutant { next, _ in
          (next.step, next.settings) = (neighbor.step, neighbor.settings)
        } sentence: {
          sentence()
        },
      ]
    }
  }
}
