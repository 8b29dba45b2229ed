public import Reporting

/// A lesson: screens of prose, cells that run, and the places of its exercises.
public struct Lesson: Sendable {
  /// Its folder.
  public let folder: String
  /// The name of its folder: `05-mean-squared-error`.
  public let name: String
  /// Its place in the course.
  public let number: Int
  /// What it is called.
  public let title: String
  /// What it is about, in one sentence.
  public let summary: String
  /// How long it takes.
  public let minutes: Int
  /// The lessons it builds on, by the names of their folders.
  public let needs: [String]
  /// Its ideas.
  public let teaches: [String]
  /// Its file.
  public let notebook: Notebook
  /// Its screens, in order.
  public let screens: [Screen]

  /// What is shown before the learner goes on.
  public struct Screen: Sendable {
    /// Its heading; nil for what stands above the first one.
    public var title: String?
    /// What is on it, from top to bottom.
    public var parts: [Part]
  }

  /// A part of a screen.
  public enum Part: Sendable {
    /// Something to read.
    case prose(Document)
    /// Something to run.
    case cell(Cell)
    /// An exercise, by the name of its folder.
    case exercise(String)
  }

  /// The names of its exercises, in the order of the lesson.
  public var exercises: [String] {
    screens.flatMap(\.parts).compactMap { part in
      if case .exercise(let name) = part { name } else { nil }
    }
  }

  /// The folder of an exercise.
  public func folder(of exercise: String) -> String { "\(folder)/exercises/\(exercise)" }
}
