import Autodiff
import Training

extension Diagnosis where Subject == UpdateSubject {
  /// The averages, which began at 0, were not enlarged.
  static let noBiasCorrection = Diagnosis(
    "no-bias-correction",
    "the averages, which began at 0, were not enlarged", .adam
  ) { subject in
    guard let beta1 = subject.setting("beta1"), let beta2 = subject.setting("beta2") else {
      return []
    }
    let step = subject.next.step
    return [
      // After very many steps there is nothing left to correct.
      subject.mutant { next, _ in
        next.step = 1_000_000_000
      } sentence: {
        func left(_ beta: Double) -> Double {
          1 - (0..<min(step, 10_000)).reduce(1) { p, _ in p * beta }
        }
        return
          "the bias correction is missing: in step \(step) m is divided by 1 - beta1^\(step) = "
          + "\(subject.number(left(beta1))), v by 1 - beta2^\(step) = \(subject.number(left(beta2)))"
      }
    ]
  }
}
