/// What a learner has done of the course.
///
/// It only grows, so that the progress of two sessions can be put together in any order.
public struct Progress: Sendable, Equatable {
  /// What was done of an exercise.
  public struct Result: Sendable, Equatable {
    /// The most points it was ever given.
    public var points: Double
    /// The most points it could give then.
    public var maximum: Double
    /// Whether its solution was shown in place of an answer.
    public var isSkipped: Bool
    /// The furthest hint that was shown before it had every point; nil if none was.
    public var hint: HintRung?

    /// Whether it was given every point.
    public var isFull: Bool { points >= maximum && maximum > 0 }

    /// What was done of an exercise.
    public init(
      points: Double, maximum: Double, isSkipped: Bool = false, hint: HintRung? = nil
    ) {
      self.points = points
      self.maximum = maximum
      self.isSkipped = isSkipped
      self.hint = hint
    }
  }

  /// The exercises that were tried, by their names: `05-mean-squared-error/01-slope`.
  public var results: [String: Result] = [:]
  /// How many stops of a lesson were reached, by the lesson's name.
  public var reached: [String: Int] = [:]

  /// Nothing done yet.
  public init() {}

  /// Notes what was done of an exercise; the better result stays.
  public mutating func note(_ result: Result, of exercise: String) {
    guard var known = results[exercise] else {
      results[exercise] = result
      return
    }
    // An exercise may have changed since: parts of its points are compared, not points.
    let isBetter = result.points * known.maximum > known.points * result.maximum
    let isEqual = result.points * known.maximum == known.points * result.maximum
    let isSkipped = known.isSkipped || result.isSkipped
    let hint = [known.hint, result.hint].compactMap(\.self).max()
    if isBetter || isEqual && result.maximum > known.maximum { known = result }
    known.isSkipped = isSkipped
    known.hint = hint
    results[exercise] = known
  }

  /// Notes that a stop of a lesson was reached, counted from 1.
  public mutating func note(reaching stop: Int, of lesson: String) {
    reached[lesson] = max(reached[lesson] ?? 0, stop)
  }

  /// Adds what another session has done.
  public mutating func merge(_ other: Progress) {
    for (exercise, result) in other.results { note(result, of: exercise) }
    for (lesson, stop) in other.reached { note(reaching: stop, of: lesson) }
  }
}
