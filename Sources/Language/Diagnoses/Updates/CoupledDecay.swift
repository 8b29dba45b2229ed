import Autodiff
import Training

extension Diagnosis where Subject == UpdateSubject {
  /// Weight decay was added to the gradient though it goes past it.
  static let coupledDecay = Diagnosis(
    "coupled-decay",
    "weight decay was added to the gradient though it goes past it", .regularization
  ) { subject in
    guard let decay = subject.setting("weight_decay"), decay > 0 else { return [] }
    let sentence = {
      "the weight decay \(subject.number(decay)) was added to the gradient: "
        + "\(subject.next.optimizer?.name ?? "here it") shrinks the parameter by itself"
    }
    if subject.setting("decoupled_weight_decay") == 1 {
      return [
        subject.mutant { next, _ in
          next.settings = subject.settings(["decoupled_weight_decay": 0])
        } sentence: {
          sentence()
        }
      ]
    }
    guard subject.next.optimizer?.name == "adamw", let adam = Optimizers.named("adam") else {
      return []
    }
    return [
      subject.mutant { next, _ in
        let given = subject.next.optimizer?.settings ?? []
        next.optimizer = adam
        next.settings = Settings(
          adam.settings.map { setting in
            given.contains { $0.name == setting.name }
              ? subject.setting(setting.name) ?? setting.standard : setting.standard
          })
      } sentence: {
        sentence()
      }
    ]
  }
}
