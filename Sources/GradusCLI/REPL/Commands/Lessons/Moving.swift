import Reporting
import Teaching

extension REPLCommand {
  static let back = REPLCommand(
    "back", usage: ":back", "show again what came before", isForLessons: true
  ) { repl, _ in
    repl.withLesson { guide in
      if guide.reading.goBack() { guide.show() } else { repl.say("this is the beginning") }
    }
  }

  static let goto = REPLCommand(
    "goto", usage: ":goto 2", "go to a screen or an exercise; ':info' lists them",
    isForLessons: true,
    words: { repl, _ in
      guard let lesson = repl.guide?.lesson else { return [] }
      let screens = lesson.screens.enumerated().map { place, screen in
        Completion(text: "\(place + 1)", help: screen.title ?? "the beginning")
      }
      return screens + lesson.exercises.map { Completion(text: $0, help: "an exercise") }
    }
  ) { repl, word in
    repl.withLesson { guide in
      let isFound =
        Int(word).map(guide.reading.go(toScreen:)) ?? guide.reading.go(toExercise: word)
      if isFound { return guide.show() }
      repl.say(
        "name a screen, 1 to \(guide.lesson.screens.count), or an exercise; ':info' lists them")
    }
  }
}
