import Autodiff
import Training

extension Diagnosis where Subject == UpdateSubject {
  /// beta1 and beta2 were exchanged.
  static let betasSwapped = Diagnosis(
    "betas-swapped",
    "beta1 and beta2 were exchanged", .adam
  ) { subject in
    guard let beta1 = subject.setting("beta1"), let beta2 = subject.setting("beta2") else {
      return []
    }
    return [
      subject.mutant { next, _ in
        next.settings = subject.settings(["beta1": beta2, "beta2": beta1])
      } sentence: {
        "beta1 and beta2 are exchanged: m forgets by \(subject.number(beta1)), v by "
          + subject.number(beta2)
      }
    ]
  }
}
