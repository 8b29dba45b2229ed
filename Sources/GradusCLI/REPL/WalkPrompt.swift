import Language
import Reporting

/// Walks a tape with a person: shows a stop, reads a line, answers it.
struct WalkPrompt {
  let reader: any EntryReader
  let renderer: TextRenderer

  func walk(_ start: Walk) {
    var walk = start
    say(walk.question())
    say(Document(StyledText("Enter goes on, a number is a prediction, '?' helps", .muted)))
    while true {
      switch reader.readKeyLine(prompt: "step> ") {
      case .text(let line):
        guard let answer = walk.answer(WalkCommand(line)) else { return }
        say(answer)
      case .malformed, .tooLong: say(Document(StyledText("this is not readable", .warning)))
      case .interrupted:
        Interruption.reset()
        return
      case .endOfFile:
        Screen.write("\n")
        return
      }
    }
  }

  private func say(_ document: Document) { Screen.write(renderer.text(document)) }
}
