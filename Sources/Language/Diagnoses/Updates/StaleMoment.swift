import Autodiff
import Training

extension Diagnosis where Subject == UpdateSubject {
  /// The step was made with moments from before this gradient.
  static let staleMoment = Diagnosis(
    "stale-moment",
    "the step was made with moments from before this gradient", .momentum
  ) { subject in
    let names = subject.next.stateNames
    // A state from which the rule comes to the one before is put in its place.
    func stale(_ name: String, _ keeps: Double, _ takes: Double, squared: Bool = false) -> Mutant? {
      guard let place = names.firstIndex(of: name), keeps > 0 else { return nil }
      return subject.mutant { next, gradient in
        var slope = gradient
        if let clip = next.clip {
          slope = clip.clip.values(next.tensors.split(gradient), clip.settings).flatMap { $0 }
        }
        next.states[place] = zip(next.states[place], slope).map { old, g in
          (old - takes * (squared ? g * g : g)) / keeps
        }
      } sentence: {
        "\(name) is the one from before: it takes in the new gradient first, then the step is made"
      }
    }
    var mutants: [Mutant?] = []
    if let momentum = subject.setting("momentum") {
      mutants.append(stale("u", momentum, 1 - (subject.setting("dampening") ?? 0)))
    }
    if let beta1 = subject.setting("beta1") { mutants.append(stale("m", beta1, 1 - beta1)) }
    if let beta2 = subject.setting("beta2") ?? subject.setting("alpha") {
      mutants.append(stale("v", beta2, 1 - beta2, squared: true))
    }
    if let beta1 = subject.setting("beta1"), let beta2 = subject.setting("beta2"),
      let m = names.firstIndex(of: "m"), let v = names.firstIndex(of: "v"), beta1 > 0, beta2 > 0
    {
      mutants.append(
        subject.mutant { next, gradient in
          next.states[m] = zip(next.states[m], gradient).map { ($0 - (1 - beta1) * $1) / beta1 }
          next.states[v] = zip(next.states[v], gradient).map {
            ($0 - (1 - beta2) * $1 * $1) / beta2
          }
        } sentence: {
          "m and v are those from before: they take in the new gradient first"
        })
    }
    return mutants.compactMap { $0 }
  }
}
