import Glibc
import Language
import Reporting

/// Asks a person for the numbers of a quiz, one after another.
struct QuizPrompt {
  let reader: any EntryReader
  let renderer: TextRenderer
  let output: Output

  /// Asks about a graph of a program that runs at a terminal.
  static func ask(_ report: QuizReport, _ session: Session, _ look: Page.Choice) {
    let page = Page(look, of: STDOUT_FILENO)
    let presenter = TextPresenter(
      session, numbers: page.numbers, typeset: !page.ascii, width: page.width)
    let reader = makeEntryReader { _, _, _ in [] }
    QuizPrompt(reader: reader, renderer: page.renderer, output: .results())
      .ask(Quiz(report, presenter))
  }

  func ask(_ start: Quiz) {
    var quiz = start
    say(quiz.introduction())
    say(Document(StyledText("type each number; Enter alone shows it, 'q' leaves", .muted)))
    say(quiz.question())
    while !quiz.isAtEnd {
      switch reader.readKeyLine(prompt: "quiz> ") {
      case .text("q"), .text("quit"), .text(":quit"):
        say(quiz.score())
        return
      case .text("?"), .text("help"):
        say(
          Document(
            StyledText(
              "a number or a calculation such as 2*0.5; Enter alone shows it; 'q' leaves", .muted)))
      case .text(let line):
        guard let answer = quiz.answer(line) else {
          say(
            Document(
              StyledText(
                "'\(line.sanitizedLine)' is no number; Enter alone shows it, 'q' leaves", .warning))
          )
          continue
        }
        say(answer)
        say(quiz.question())
      case .malformed, .tooLong: say(Document(StyledText("this is not readable", .warning)))
      case .interrupted:
        Interruption.reset()
        say(quiz.score())
        return
      case .endOfFile:
        output.write("\n")
        say(quiz.score())
        return
      }
    }
  }

  private func say(_ document: Document) {
    output.write(renderer.text(document))
    output.flush()
  }
}
