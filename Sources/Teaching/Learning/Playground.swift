public import Language
import Reporting

/// A learner's own session beside a lesson: it has the names that the lesson's cells have made so far,
/// and nothing done in it touches the lesson.
public final class Playground {
  /// The session.
  public let session: Session
  private var cellCount = 0

  /// A playground in a session in which nothing has happened.
  public init(_ session: Session) { self.session = session }

  /// Runs the cells that were shown since, without showing them again; false if a person stopped it.
  public func follow(_ reading: LessonReading) -> Bool {
    let folder = session.folder
    session.folder = reading.lesson.notebook.folder
    defer { session.folder = folder }
    for cell in reading.cellsSoFar.dropFirst(cellCount) {
      if session.run(cell.source, { _ in }) == .interrupted { return false }
      cellCount += 1
      // A cell is no entry of the learner's, who would not know what is taken back.
      session.settle()
    }
    return true
  }
}
