import Glibc
import Language
import Reporting

/// Walks a tape with a person: shows a stop, reads a line, answers it.
struct WalkPrompt {
  let reader: any EntryReader
  let renderer: TextRenderer
  let output: Output

  /// Walks a pass of a program that runs at a terminal.
  static func walk(_ pass: Pass, _ session: Session, _ look: Page.Choice) {
    let page = Page(look, of: STDOUT_FILENO)
    let presenter = TextPresenter(
      session, numbers: page.numbers, typeset: !page.ascii, width: page.width)
    let reader = makeEntryReader { _, _, _ in [] }
    WalkPrompt(reader: reader, renderer: page.renderer, output: .results())
      .walk(Walk(pass, presenter))
  }

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
        output.write("\n")
        output.flush()
        return
      }
    }
  }

  private func say(_ document: Document) {
    output.write(renderer.text(document))
    output.flush()
  }
}
