import Autodiff
import Training

extension Diagnosis where Subject == UpdateSubject {
  /// What earlier gradients left behind was forgotten.
  static let momentumOmitted = Diagnosis(
    "momentum-omitted",
    "what earlier gradients left behind was forgotten", .momentum
  ) { subject in
    let names = subject.next.stateNames
    guard let place = names.firstIndex(of: "u") ?? names.firstIndex(of: "m") else { return [] }
    let name = names[place]
    let sentence = {
      let before = subject.places.first.map { subject.next.states[place][$0] } ?? 0
      return "what is left of \(name) = \(subject.number(before)) from the steps before is missing"
    }
    return [
      subject.mutant { next, _ in
        next.states[place] = next.states[place].map { _ in 0 }
      } sentence: {
        sentence()
      },
      subject.mutant { next, _ in
        next.states[place] = next.states[place].map { _ in 0 }
        next.settings = subject.settings(["momentum": 0, "beta1": 0, "dampening": 0])
      } sentence: {
        sentence()
      },
    ]
  }
}
