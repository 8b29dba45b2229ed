public import Language
public import Reporting

/// An exercise: a task, what the learner begins with, and how it is graded.
public struct Exercise: Sendable {
  /// Its folder.
  public let folder: String
  /// The name of its folder: `01-slope`.
  public let name: String
  /// The name of its lesson's folder: `05-mean-squared-error`.
  public let lesson: String
  /// What it is called.
  public let title: String
  /// What the learner gives.
  public let kind: ExerciseKind
  /// The points of each part.
  public let points: [Double]
  /// A nudge, the rule, and the rule with the numbers in; after them comes the solution.
  public let hints: [String]
  /// What a submission may use.
  public let limits: Limits
  /// The seeds for each of which a training has to reach its goal.
  public let seeds: [Int64]
  /// What has to be trained, so that what it reaches counts; nil if nothing in particular.
  public let training: MeantTraining?
  /// Words of the language with which what is tested may not be made.
  public let forbidden: [String]
  /// Numbers that are drawn for each learner: a name, and from which.
  public let draws: [Draw]
  /// The task in words.
  public let task: Notebook
  /// What is there before a submission runs, such as data; nil if nothing is.
  public let given: SourceText?
  /// What the learner begins with.
  public let start: SourceText
  /// What gets every point.
  public let solution: SourceText
  /// What is tested.
  public let check: CheckFile
  /// Mistakes, each with the diagnosis it must get.
  public let wrong: [Wrong]

  /// A mistake that can be named.
  public struct Wrong: Sendable {
    /// The submission that makes it.
    public var source: SourceText
    /// What it is called.
    public var diagnosis: String
  }

  /// A number that is drawn for each learner.
  public struct Draw: Sendable {
    /// The leaf it becomes.
    public var name: String
    /// From which numbers, as they are written.
    public var choices: [String]
  }

  /// The short name by which it is meant: `05-mean-squared-error/01-slope`.
  public var id: String { lesson.isEmpty ? name : "\(lesson)/\(name)" }

  /// The most points it can give.
  public var maximum: Double { points.reduce(0, +) }
}
