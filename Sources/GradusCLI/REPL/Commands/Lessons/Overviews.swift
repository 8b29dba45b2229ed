import Teaching

extension REPLCommand {
  static let info = REPLCommand(
    "info", usage: ":info", "the screens of this lesson, and where you are", isForLessons: true
  ) { repl, _ in
    repl.withLesson { guide in
      repl.say(guide.lesson.contents(guide.keeper.progress, at: guide.reading.stop?.screen))
    }
  }

  static let main = REPLCommand(
    "main", usage: ":main", "leave the lesson; the list of all of them", isForLessons: true
  ) { repl, _ in
    guard let library = repl.library else { return }
    if let words = repl.keeper.keep() { repl.say(words) }
    repl.say(repl.keeper.progress.overview(of: repl.lessons(in: library)))
    if let lesson = repl.guide?.lesson.name { repl.say("':lesson \(lesson)' comes back") }
    repl.closeLesson()
  }

  static let progress = REPLCommand(
    "progress", usage: ":progress", "what you have done of each exercise", isForLessons: true
  ) { repl, _ in
    guard let library = repl.library else { return }
    if let words = repl.keeper.keep() { repl.say(words) }
    let lessons = repl.guide.map { [$0.lesson] } ?? repl.lessons(in: library)
    repl.say(repl.keeper.progress.results(of: lessons))
  }
}
