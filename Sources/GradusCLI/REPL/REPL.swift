import Glibc
import Language
import Reporting

/// The prompt: reads an entry, runs it or obeys it, shows what happened, and asks again.
final class REPL {
  var session: Session
  var presenter: TextPresenter
  /// How documents become text on this terminal; its width follows the window.
  var renderer: TextRenderer
  let limits: Limits
  private var entries = 0
  private var isOver = false
  private lazy var reader: any EntryReader = makeEntryReader { [weak self] word, line, cursor in
    self?.completions(for: word, in: line, at: cursor) ?? []
  }

  /// A prompt over an empty session.
  init(renderer: TextRenderer, numbers: NumberStyle, limits: Limits) {
    self.renderer = renderer
    self.limits = limits
    session = REPL.emptySession(limits)
    presenter = TextPresenter(
      session, numbers: numbers, typeset: !renderer.ascii, width: renderer.width)
    presenter.mostSteps = 40
  }

  static func emptySession(_ limits: Limits) -> Session {
    Session(limits: limits, keepsHistory: true, isInterrupted: { Interruption.isRequested })
  }

  // MARK: The loop

  /// Asks until the person leaves.
  func run() {
    Interruption.install()
    while !isOver {
      followWindow()
      let entry = reader.readEntry(
        prompt: prompt("gradus> "), continuationPrompt: prompt("   ...> "),
        isComplete: { $0.hasPrefix(":") || !Session.isIncomplete($0) })
      switch entry {
      case .text(let text): obey(text)
      case .malformed(let bytes): run(bytes)
      case .tooLong: say("this entry is too long to read; ':load' reads files of any length")
      case .interrupted: Interruption.reset()
      case .endOfFile:
        write("\n")
        isOver = true
      }
    }
  }

  private func prompt(_ text: String) -> String {
    renderer.color ? "\u{1B}[1m\(text)\u{1B}[0m" : text
  }

  private func followWindow() {
    let width = Screen.columns
    guard width != renderer.width else { return }
    renderer.width = width
    presenter.width = width
  }

  /// Obeys a command, or runs statements.
  func obey(_ text: String) {
    let words = text.split(maxSplits: 1) { $0.isWhitespace }.map(String.init)
    guard let first = words.first else { return }
    let rest = words.count > 1 ? words[1].split(separator: "\n").first.map(String.init) ?? "" : ""
    if first.hasPrefix(":") {
      guard let command = REPLCommand.named(String(first.dropFirst())) else {
        let closest = closestName(to: first, among: REPLCommand.all.map { ":\($0.name)" })
        say("there is no command '\(first)'" + (closest.map { "; did you mean '\($0)'?" } ?? ""))
        return
      }
      command.run(self, rest.trimmingBlanks)
    } else if words.count == 1, let command = REPLCommand.bareWord(first), !session.knows(first) {
      command.run(self, "")
    } else {
      run(Array(text.utf8))
    }
  }

  private func run(_ bytes: [UInt8]) {
    entries += 1
    run(SourceText(name: "<input \(entries)>", bytes: bytes))
  }

  /// Runs statements and shows what happens.
  func run(_ text: SourceText) {
    Interruption.reset()
    let outcome = session.run(text) { event in show(event) }
    if outcome == .interrupted { Interruption.reset() }
    fflush(stdout)
  }

  private func show(_ event: Event) {
    switch event {
    case .walk(let pass): walk(pass)
    case .drawing(let report): say(Drawings.document(of: report, renderer))
    default: presenter.present(event) { say($0) }
    }
  }

  /// Walks a tape until the person has seen enough.
  func walk(_ pass: Pass) {
    WalkPrompt(reader: reader, renderer: renderer).walk(Walk(pass, presenter))
  }

  /// Forgets the session, but not how things are shown.
  func beginAgain() {
    session = REPL.emptySession(limits)
    let before = presenter
    presenter = TextPresenter(
      session, numbers: before.numbers, typeset: before.typeset, width: before.width)
    presenter.mostSteps = before.mostSteps
  }

  func quit() { isOver = true }

  // MARK: Words

  func say(_ document: Document) { write(renderer.text(document)) }

  func say(_ words: String) { say(Document(StyledText(words, .muted))) }

  private func write(_ text: String) {
    Screen.write(text)
  }

  private func completions(for word: String, in line: String, at cursor: Int) -> [Completion] {
    if line.hasPrefix(":") {
      let commands = REPLCommand.all.map { Completion(text: ":\($0.name)", help: $0.summary) }
      if word.hasPrefix(":") { return commands }
    }
    let before = String(decoding: Array(line.utf8.prefix(cursor)).dropLast(word.utf8.count), as: UTF8.self)
    return session.candidates(for: word, after: before)
      .map { Completion(text: $0.text, help: $0.help) }
  }
}

extension String {
  /// The text without blanks at its ends.
  var trimmingBlanks: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
