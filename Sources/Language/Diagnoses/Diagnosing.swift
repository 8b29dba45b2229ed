import Autodiff
import Reporting

/// Finds the mistakes that explain what a learner says a derivative or an update is.
///
/// The prompt's `claim`, predictions, quizzes and graded exercises all ask here.
enum Diagnosing {
  /// How a number relates to the truth where no mistake is known: named `unknown`.
  static let unknown = "unknown"

  /// The mistakes that explain a wrong derivative, first the one that is named; none if it is
  /// right, or if no mistake explains it.
  ///
  /// - Parameters:
  ///   - close: whether in what way what was said of an element is right but for rounding; nil if it is not.
  ///   - poll: asked now and then whether to go on.
  static func find<Stop: Error>(
    _ claimed: Claimed, _ subject: GradientSubject,
    close: (_ element: Int, _ point: Int) -> Closeness?, poll: () throws(Stop) -> Void
  ) throws(Stop) -> [Finding] {
    try find(
      claimed, subject, Diagnosis<GradientSubject>.all, close: close, poll: poll
    ) { subject.focus = $0 }
  }

  /// The mistakes that explain a wrong update.
  static func find<Stop: Error>(
    _ claimed: Claimed, _ subject: UpdateSubject,
    close: (_ element: Int, _ point: Int) -> Closeness?, poll: () throws(Stop) -> Void
  ) throws(Stop) -> [Finding] {
    try find(
      claimed, subject, Diagnosis<UpdateSubject>.all, close: close, poll: poll
    ) { subject.focus = $0 }
  }

  private static func find<Subject, Stop: Error>(
    _ claimed: Claimed, _ subject: Subject, _ diagnoses: [Diagnosis<Subject>],
    close: (_ element: Int, _ point: Int) -> Closeness?, poll: () throws(Stop) -> Void,
    look: (Focus) -> Void
  ) throws(Stop) -> [Finding] {
    let wrong = claimed.wrong
    guard let focus = claimed.focus else { return [] }
    look(focus)
    let rounding = rounding(wrong, claimed, close: close)
    // A number that is nearly right is no other mistake: with few digits something always comes
    // near.
    if claimed.points == 1, let rounding { return [rounding] }
    var found: [Finding] = []
    for diagnosis in diagnoses {
      if let finding = try diagnosis.explanation(
        of: claimed, wrong: wrong, subject, poll: poll)
      {
        found.append(finding)
      }
    }
    return found.isEmpty ? rounding.map { [$0] } ?? [] : found
  }
}
