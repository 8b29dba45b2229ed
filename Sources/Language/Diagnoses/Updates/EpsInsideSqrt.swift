import Autodiff
import Training

extension Diagnosis where Subject == UpdateSubject {
  /// eps was added under the root instead of to it.
  static let epsInsideSqrt = Diagnosis(
    "eps-inside-sqrt",
    "eps was added under the root instead of to it", .adam
  ) { subject in
    guard let eps = subject.setting("eps"), eps > 0,
      let place = subject.next.stateNames.firstIndex(of: "v")
        ?? subject.next.stateNames.indices.first
    else { return [] }
    // v̂ + eps under the root is the rule's own root with more in v and no eps.
    let beta = subject.setting("beta2") ?? subject.setting("alpha")
    let isCorrected = subject.setting("beta2") != nil
    return [
      subject.mutant { next, _ in
        next.settings = subject.settings(["eps": 0])
        let power = (0..<min(next.step, 10_000)).reduce(1.0) { product, _ in product * (beta ?? 0) }
        let more = eps * (isCorrected ? 1 - power : 1) / (beta ?? 1)
        next.states[place] = next.states[place].map { $0 + more }
      } sentence: {
        "eps = \(subject.number(eps)) stands under the root: it is added to the root itself"
      }
    ]
  }
}
