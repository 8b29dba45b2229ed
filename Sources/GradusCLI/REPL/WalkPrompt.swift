import Language
import Reporting

/// Walks a tape with a person: shows a stop, reads a line, answers it.
struct WalkPrompt {
  let conversation: Conversation

  /// Walks a pass of a program that runs at a terminal.
  static func walk(_ pass: Pass, _ session: Session, _ look: Page.Choice) {
    let (conversation, presenter) = Conversation.begin(session, look)
    WalkPrompt(conversation: conversation).walk(Walk(pass, presenter))
  }

  func walk(_ start: Walk) {
    defer { conversation.end() }
    var walk = start
    conversation.say(walk.question())
    conversation.say(
      Document(StyledText("Enter goes on, a number is a prediction, '?' helps", .muted)))
    while true {
      switch conversation.readLine(prompt: "step> ") {
      case .text(let line):
        guard let answer = walk.answer(WalkCommand(line)) else { return }
        conversation.say(answer)
      case .malformed, .tooLong:
        conversation.say(Document(StyledText("this is not readable", .warning)))
      case .interrupted:
        Interruption.reset()
        return
      case .endOfFile:
        conversation.breakLine()
        return
      }
    }
  }
}
