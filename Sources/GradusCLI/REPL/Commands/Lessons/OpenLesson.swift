import Teaching

extension REPLCommand {
  static let lesson = REPLCommand(
    "lesson", usage: ":lesson 05", "read a lesson; alone, go on with the course",
    words: { repl, _ in repl.lessonNames }
  ) { repl, name in
    repl.openLesson(name)
  }
}

extension REPL {
  fileprivate var lessonNames: [Completion] {
    let library = lessonsFolder.map { .init(folder: $0) } ?? LessonsOption.found()
    return (library?.lessonFolders ?? []).compactMap { folder in
      folder.split(separator: "/").last.map { Completion(text: String($0), help: "a lesson") }
    }
  }
}
