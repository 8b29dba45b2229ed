import Glibc
import Language
import Reporting

/// Where a person is asked and answered, line by line.
final class Conversation {
  let reader: any EntryReader
  let renderer: TextRenderer
  let output: Output
  private var pager = Pager()

  init(reader: any EntryReader, renderer: TextRenderer, output: Output) {
    (self.reader, self.renderer, self.output) = (reader, renderer, output)
  }

  /// One with whoever runs a program at a terminal, and what puts events into words there.
  static func begin(_ session: Session, _ look: Page.Choice) -> (Conversation, TextPresenter) {
    let page = Page(look, of: STDOUT_FILENO)
    let presenter = TextPresenter(
      session, numbers: page.numbers, typeset: !page.ascii, width: page.width)
    presenter.rows = Page.rows(of: STDOUT_FILENO)
    let conversation = Conversation(
      reader: makeEntryReader { _, _, _ in [] }, renderer: page.renderer, output: .results())
    return (conversation, presenter)
  }

  /// Shows a document, as much of it as the window has room for.
  func say(_ document: Document) {
    output.write(pager.take(renderer.text(document), rows: Page.rows(of: STDOUT_FILENO)))
    output.flush()
  }

  /// Reads a line; Enter alone shows what did not fit first.
  func readLine(prompt: String) -> Entry {
    showRest()
    while true {
      let entry = reader.readKeyLine(prompt: prompt)
      if case .text(let line) = entry, line.allSatisfy(\.isWhitespace), pager.hasRest {
        showRest()
        continue
      }
      pager.begin()
      return entry
    }
  }

  /// Shows all that is left.
  func end() {
    output.write(pager.next(rows: nil).lines)
    output.flush()
  }

  private func showRest() {
    guard pager.hasRest else { return }
    let (lines, left) = pager.next(rows: Page.rows(of: STDOUT_FILENO))
    output.write(lines)
    if left > 0 { output.write(renderer.text(Pager.note(left))) }
    output.flush()
  }

  /// Ends the line of the prompt, after the end of what is typed.
  func breakLine() {
    output.write("\n")
    output.flush()
  }
}
