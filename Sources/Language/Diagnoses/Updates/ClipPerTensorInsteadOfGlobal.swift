import Autodiff
import Training

extension Diagnosis where Subject == UpdateSubject {
  /// The gradient of each tensor was clipped by its own norm instead of that of all.
  static let clipPerTensorInsteadOfGlobal = Diagnosis(
    "clip-per-tensor-instead-of-global",
    "the gradient of each tensor was clipped by its own norm instead of that of all", .clipping
  ) { subject in
    guard let clip = subject.next.clip, clip.clip.name == "norm",
      let single = Clips.named("tensor_norm", for: .gradients)
    else { return [] }
    return [
      subject.mutant { next, _ in
        next.clip = (single, Settings(Array(clip.settings.values.prefix(2))))
      } sentence: {
        let norm = Double.euclideanNorm(subject.points[subject.focus.point].gradient)
        return "clipped by its own norm: clip=norm takes the norm of all gradients together, "
          + subject.number(norm)
      }
    ]
  }
}
