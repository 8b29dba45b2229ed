import Autodiff
import Training

extension Diagnosis where Subject == UpdateSubject {
  /// The step was made as long as the direction is.
  static let learningRateIgnored = Diagnosis(
    "learning-rate-ignored",
    "the step was made as long as the direction is", .rates
  ) { subject in
    guard let rate = subject.setting("lr"), rate != 1 else { return [] }
    return [
      subject.mutant { next, _ in
        next.settings = subject.settings(["lr": 1])
      } sentence: {
        "the learning rate \(subject.number(rate)) is missing"
      }
    ]
  }
}
