import ArgumentParser
import Dispatch
import Glibc
import Reporting
import Teaching

/// Holds lessons to what the page for authors says.
struct LessonCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check lessons as their author: cells, solutions, mistakes, hints.",
    discussion: """
      Every cell prints what is recorded; every start fails and every solution passes; every \
      mistake gets the diagnosis it names; no hint gives a solution away; no file is left over.

      The exit status is 0 if all is well, 65 if something is not, and 66 if there is no such folder.
      """)

  @ArgumentParser.Argument(
    help: ArgumentHelp(
      "A folder of lessons, or of one lesson; unless given, all lessons.", valueName: "dir"),
    completion: .directory)
  var folder: String?

  @OptionGroup var lessons: LessonsOption

  func run() throws {
    Interruption.install()
    let folders = try lessonFolders()
    let names = folders.map(Self.name)
    let beside = folder.map(siblings) ?? []
    let checks = Self.checks(of: folders, among: beside.isEmpty ? names : beside)
    if Interruption.isRequested { throw ExitStatus.interrupted.code }
    let faults = checks.flatMap(\.faults)
    for fault in faults { Complaint.tell(fault) }
    let output = Output.results()
    let exercises = checks.reduce(0) { $0 + $1.exerciseCount }
    let cells = checks.reduce(0) { $0 + $1.cellCount }
    output.write(
      "\(counted(folders.count, "lesson")), \(counted(exercises, "exercise")), "
        + "\(counted(cells, "cell")): "
        + (faults.isEmpty ? "all is well\n" : "\(counted(faults.count, "fault"))\n"))
    output.flush()
    if !faults.isEmpty { throw ExitStatus.malformed.code }
  }

  /// Looks at each lesson, at as many at once as the machine runs threads: none knows of another.
  private static func checks(of folders: [String], among names: [String]) -> [LessonCheck] {
    var checks = folders.map { _ in LessonCheck(isInterrupted: { Interruption.isRequested }) }
    checks.withUnsafeMutableBufferPointer { checks in
      nonisolated(unsafe) let checks = checks
      DispatchQueue.concurrentPerform(iterations: folders.count) { place in
        if Interruption.isRequested { return }
        checks[place].look(at: folders[place], among: names)
      }
    }
    return checks
  }

  private func lessonFolders() throws -> [String] {
    guard let folder else { return try lessons.library().lessonFolders }
    let library = try LessonsOption.library(in: folder)
    if access(folder + "/lesson.md", F_OK) == 0 { return [library.folder] }
    if library.lessonFolders.isEmpty {
      try Complaint.leave(
        .noInput,
        "there is no lesson in '\(folder.sanitizedLine)': a lesson is a folder with a lesson.md"
      )
    }
    return library.lessonFolders
  }

  /// The names of the lessons beside the one in a folder; none if the folder holds several.
  private func siblings(of folder: String) -> [String] {
    guard access(folder + "/lesson.md", F_OK) == 0 else { return [] }
    let parent = LessonLibrary(folder: folder).folder
      .split(separator: "/", omittingEmptySubsequences: false).dropLast()
    let path = parent.joined(separator: "/")
    let library = LessonLibrary(folder: parent.isEmpty ? "." : path.isEmpty ? "/" : path)
    return library.lessonFolders.map(Self.name)
  }

  private static func name(_ folder: String) -> String {
    folder.split(separator: "/").last.map(String.init) ?? folder
  }
}
