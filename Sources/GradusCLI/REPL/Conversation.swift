import Glibc
import Language
import Reporting

/// Where a person is asked and answered, line by line.
struct Conversation {
  let reader: any EntryReader
  let renderer: TextRenderer
  let output: Output

  /// One with whoever runs a program at a terminal, and what puts events into words there.
  static func begin(_ session: Session, _ look: Page.Choice) -> (Conversation, TextPresenter) {
    let page = Page(look, of: STDOUT_FILENO)
    let presenter = TextPresenter(
      session, numbers: page.numbers, typeset: !page.ascii, width: page.width)
    let conversation = Conversation(
      reader: makeEntryReader { _, _, _ in [] }, renderer: page.renderer, output: .results())
    return (conversation, presenter)
  }

  /// Shows a document, screen by screen where it is longer than the window.
  func say(_ document: Document) {
    var pager = Pager()
    let rows = Page.rows(of: STDOUT_FILENO)
    output.write(pager.take(renderer.text(document), rows: rows))
    while pager.hasRest {
      let (lines, left) = pager.next(rows: rows)
      output.write(lines)
      output.flush()
      guard left > 0 else { break }
      guard case .text("") = reader.readKeyLine(prompt: "… \(left) more lines, Enter shows them> ")
      else { return }
    }
    output.flush()
  }

  /// Ends the line of the prompt, after the end of what is typed.
  func breakLine() {
    output.write("\n")
    output.flush()
  }
}
