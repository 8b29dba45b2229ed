import Autodiff
import Training

extension Diagnosis where Subject == UpdateSubject {
  /// Each gradient was clipped by itself instead of all by their norm.
  static let clipByValueInsteadOfNorm = Diagnosis(
    "clip-by-value-instead-of-norm",
    "each gradient was clipped by itself instead of all by their norm", .clipping
  ) {
    subject in
    guard let clip = subject.next.clip, clip.clip.name != "value",
      let value = Clips.named("value", for: .gradients)
    else { return [] }
    return [
      subject.mutant { next, _ in
        next.clip = (value, Settings([clip.settings[0]]))
      } sentence: {
        "each gradient was clipped by itself: clip=\(clip.clip.name) scales all by one factor"
      }
    ]
  }
}
