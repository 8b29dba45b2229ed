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
  ///   - close: whether what was said of an element is right but for rounding.
  ///   - poll: asked now and then whether to go on.
  static func find<Stop: Error>(
    _ claimed: Claimed, _ subject: GradientSubject,
    close: (_ element: Int, _ point: Int) -> Bool, poll: () throws(Stop) -> Void
  ) throws(Stop) -> [Finding] {
    try find(
      claimed, subject, Diagnosis<GradientSubject>.all,
      truth: (0..<claimed.points).map(subject.truth), close: close, poll: poll)
  }

  /// The mistakes that explain a wrong update.
  static func find<Stop: Error>(
    _ claimed: Claimed, _ subject: UpdateSubject,
    close: (_ element: Int, _ point: Int) -> Bool, poll: () throws(Stop) -> Void
  ) throws(Stop) -> [Finding] {
    try find(
      claimed, subject, Diagnosis<UpdateSubject>.all,
      truth: (0..<claimed.points).map(subject.truth), close: close, poll: poll)
  }

  private static func find<Subject, Stop: Error>(
    _ claimed: Claimed, _ subject: Subject, _ diagnoses: [Diagnosis<Subject>], truth: [[Double]],
    close: (_ element: Int, _ point: Int) -> Bool, poll: () throws(Stop) -> Void
  ) throws(Stop) -> [Finding] {
    let wrong = wrongElements(claimed, truth)
    guard !wrong.isEmpty else { return [] }
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

  private static func wrongElements(_ claimed: Claimed, _ truth: [[Double]]) -> Set<Int> {
    Set(
      (0..<claimed.elements).filter { element in
        (0..<claimed.points).contains { !claimed.matches(element, $0, truth[$0][element]) }
      })
  }
}
