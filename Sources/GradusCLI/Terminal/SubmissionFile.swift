import Glibc
import Reporting
import Teaching

/// Reads a submission, which comes from somebody unknown: an ordinary file, and no more of it than
/// is graded.
enum SubmissionFile {
  /// The text of a file, or of standard input for `-`.
  ///
  /// A link could lead to the solution, and a pipe could keep the grader waiting; only those that the
  /// shell itself makes, as in `<(command)`, are followed.
  static func read(_ path: String) throws(ProgramFile.Failure) -> SourceText {
    var status = stat()
    let isOfTheShell = path == "-" || path.hasPrefix("/dev/") || path.hasPrefix("/proc/self/fd/")
    if !isOfTheShell, lstat(path, &status) == 0 {
      switch status.st_mode & S_IFMT {
      case S_IFREG, S_IFDIR: break
      case S_IFLNK:
        throw ProgramFile.Failure(
          message: "'\(path.sanitizedLine)' is a link, and a submission is a file of its own")
      default:
        throw ProgramFile.Failure(message: "'\(path.sanitizedLine)' is not a file")
      }
    }
    return try ProgramFile.read(path, atMost: Grader.largest)
  }
}
