import Language
import Reporting

/// Asks a person for the numbers of a quiz, one after another.
struct QuizPrompt {
  let conversation: Conversation

  /// Asks about a graph of a program that runs at a terminal.
  static func ask(_ report: QuizReport, _ session: Session, _ look: Page.Choice) {
    let (conversation, presenter) = Conversation.begin(session, look)
    QuizPrompt(conversation: conversation).ask(Quiz(report, presenter))
  }

  func ask(_ start: Quiz) {
    defer { conversation.end() }
    var quiz = start
    conversation.say(quiz.introduction())
    conversation.say(
      Document(StyledText("type each number; Enter alone shows it, 'q' leaves", .muted)))
    conversation.say(quiz.question())
    while !quiz.isAtEnd {
      switch conversation.readLine(prompt: "quiz> ") {
      case .text("q"), .text("quit"), .text(":quit"):
        conversation.say(quiz.score())
        return
      case .text("?"), .text("help"):
        conversation.say(
          Document(
            StyledText(
              "a number or a calculation such as 2*0.5; Enter alone shows it; 'q' leaves", .muted)))
      case .text(let line):
        guard let answer = quiz.answer(line) else {
          conversation.say(
            Document(
              StyledText(
                "'\(line.sanitizedLine)' is no number; Enter alone shows it, 'q' leaves", .warning))
          )
          continue
        }
        conversation.say(answer)
        conversation.say(quiz.question())
      case .malformed, .tooLong:
        conversation.say(Document(StyledText("this is not readable", .warning)))
      case .interrupted:
        Interruption.reset()
        conversation.say(quiz.score())
        return
      case .endOfFile:
        conversation.breakLine()
        conversation.say(quiz.score())
        return
      }
    }
  }
}
