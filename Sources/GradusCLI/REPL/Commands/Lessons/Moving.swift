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
    "goto", usage: ":goto 2", "go to a screen; ':info' numbers them", isForLessons: true,
    words: { repl, _ in
      (repl.guide?.lesson.screens ?? []).enumerated().map { place, screen in
        Completion(text: "\(place + 1)", help: screen.title ?? "the beginning")
      }
    }
  ) { repl, word in
    repl.withLesson { guide in
      if let number = Int(word), guide.reading.go(toScreen: number) { return guide.show() }
      repl.say("name a screen, 1 to \(guide.lesson.screens.count); ':info' lists them")
    }
  }
}
