import ArgumentParser
import Glibc
import Reporting
import Teaching

/// Where the lessons lie.
struct LessonsOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The folder of the lessons; unless given, 'lessons' here or beside the program.",
      valueName: "dir"), completion: .directory)
  var lessons: String?

  /// The lessons; if there are none, says so and leaves.
  func library() throws -> LessonLibrary {
    if let lessons { return try Self.library(in: lessons) }
    guard let library = Self.found() else {
      try Complaint.leave(
        .noInput, "there are no lessons here or beside the program; '--lessons DIR' names a folder")
    }
    return library
  }

  /// The lessons here or beside the program; nil if there are none.
  static func found() -> LessonLibrary? {
    let program = realpath("/proc/self/exe", nil).map { path in
      defer { free(path) }
      return String(cString: path)
    }
    return LessonLibrary.found(besideProgram: program)
  }

  /// The lessons in a folder; if there is no such folder, says so and leaves.
  static func library(in folder: String) throws -> LessonLibrary {
    var status = stat()
    guard stat(folder, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
      try Complaint.leave(.noInput, "there is no folder '\(folder.sanitizedLine)'")
    }
    return LessonLibrary(folder: folder)
  }
}
