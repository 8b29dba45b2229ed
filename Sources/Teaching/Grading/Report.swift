/// How a submission was graded: its parts, with points and the reasons for those that were lost.
public struct Report: Sendable {
  /// The exercise: `05-mean-squared-error/01-slope`.
  public var exercise: String
  /// What the exercise is called.
  public var title: String
  /// The submission's file.
  public var submission: String
  /// What there is to say about the submission as a whole.
  public var messages: [String] = []
  /// The parts, in the order of the exercise.
  public var parts: [Part]
  /// Whether a person stopped the grading.
  public var isInterrupted = false

  /// A part of the exercise.
  public struct Part: Sendable {
    /// What was tested, in words.
    public var name: String
    /// The points it got.
    public var points: Double
    /// The points it could get.
    public var maximum: Double
    /// Why points were lost, or given for what is not right, line by line; never what would have been
    /// right.
    public var messages: [String]
    /// The mistakes that explain it, the likeliest first.
    public var diagnoses: [Finding]

    /// Whether it got all its points.
    public var holds: Bool { points >= maximum }
  }

  /// A mistake that was found.
  public struct Finding: Sendable, Equatable {
    /// What it is called: `missing-factor`.
    public var id: String
    /// What is said of it.
    public var text: String
  }

  /// The points in all.
  public var points: Double { parts.reduce(0) { $0 + $1.points } }
  /// The points there could be.
  public var maximum: Double { parts.reduce(0) { $0 + $1.maximum } }
  /// Whether every part got all its points.
  public var isFull: Bool { parts.allSatisfy(\.holds) }
}
