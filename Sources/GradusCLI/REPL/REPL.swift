import Glibc
import Language
import Reporting

/// The prompt: reads an entry, runs it or obeys it, shows what happened, and asks again.
final class REPL {
  var session: Session
  var presenter: TextPresenter
  /// How things look, as chosen on the command line and by ':set'.
  var look: Page.Choice
  let limits: Limits
  /// The notebooks this prompt has written, and what it wrote.
  var notebooks: [String: [UInt8]] = [:]
  private let output = Output.results()
  private var entries = 0
  private var isOver = false
  /// Whether Ctrl-C stopped what ran last.
  private(set) var wasStopped = false
  private var hasSaidHistoryNote = false
  private var progress: ProgressLine?
  private var pager = Pager()
  /// The lesson that is read; nil while none is.
  var guide: LessonGuide?
  /// What is done of the lessons.
  lazy var keeper = ProgressKeeper()
  /// The folder of the lessons, if one was named.
  var lessonsFolder: String?
  /// The learner, for whom the numbers of quizzes are drawn; nil for the first of each.
  var learner: String?
  private lazy var reader: any EntryReader = makeEntryReader { [weak self] word, line, cursor in
    self?.completions(for: word, in: line, at: cursor) ?? []
  }

  /// A prompt over an empty session.
  init(look: Page.Choice, limits: Limits) {
    self.look = look
    self.limits = limits
    session = REPL.emptySession(limits)
    presenter = REPL.presenter(session, mostSteps: 40)
    followLook()
  }

  /// A session in which nothing has happened.
  func makeSession() -> Session { REPL.emptySession(limits) }

  /// Goes on in another session, which is shown as this one is.
  func enter(_ other: Session) {
    guard session !== other else { return }
    session = other
    presenter = REPL.presenter(session, mostSteps: presenter.mostSteps)
    followLook()
  }

  private static func emptySession(_ limits: Limits) -> Session {
    let session = Session(
      limits: limits, keepsHistory: true, isInterrupted: { Interruption.isRequested })
    // Another graph each time; its seed is told, and asks for the same one again.
    session.seedOfQuizzes = { Int64.random(in: 1...9999) }
    return session
  }

  private static func presenter(_ session: Session, mostSteps: Int?) -> TextPresenter {
    let presenter = TextPresenter(session)
    presenter.mostSteps = mostSteps
    presenter.mostEpochs = ProgressLine.mostEpochs
    presenter.isStopped = { Interruption.isRequested }
    return presenter
  }

  /// Says where one is, and what to do first.
  func greet() {
    say(
      Document(
        StyledText("Gradus", .heading)
          + StyledText("  every chain-rule step, with its numbers", .muted)))
    say(Document(StyledText("type a neuron, or ':help'", .muted)))
    output.flush()
  }

  // MARK: The loop

  /// Asks until the person leaves.
  func run() {
    Interruption.install()
    sayHistoryNote()
    output.flush()
    while !isOver {
      followLook()
      let entry = reader.readEntry(
        prompt: prompt(guide?.prompt ?? "gradus> "), continuationPrompt: prompt("   ...> "),
        isComplete: { $0.hasPrefix(":") || !Session.isIncomplete($0) })
      switch entry {
      case .text(let text):
        obey(text)
        sayHistoryNote()
      case .malformed(let bytes): run(bytes)
      case .tooLong: say("this entry is too long to read; ':load' reads files of any length")
      case .interrupted: Interruption.reset()
      case .endOfFile:
        output.write("\n")
        isOver = true
      }
      output.flush()
    }
  }

  /// The page as it is now: the window may have changed its size.
  private var page: Page { Page(look, of: STDOUT_FILENO) }

  private func prompt(_ text: String) -> String {
    page.color ? "\u{1B}[1m\(text)\u{1B}[0m" : text
  }

  private func followLook() {
    let page = page
    presenter.numbers = page.numbers
    presenter.typeset = !page.ascii
    presenter.width = page.width
    presenter.rows = rows
    progress = ProgressLine(look)
    session.tellsProgress = progress != nil
  }

  /// Says once why entries are not remembered, if they are not.
  private func sayHistoryNote() {
    guard !hasSaidHistoryNote, let note = reader.historyNote else { return }
    hasSaidHistoryNote = true
    say(note.sanitizedLine)
    output.flush()
  }

  /// Obeys commands and runs statements, each in its turn.
  func obey(_ text: String) {
    if text.allSatisfy(\.isWhitespace), pager.hasRest { return showRest() }
    pager.begin()
    defer { if pager.hasRest { showRest() } }
    for part in EntryPart.parts(of: text) {
      followLook()
      switch part {
      case .command(let line): if !obeyCommand(line) { return }
      case .statements(let words): if !runStatements(words) { return }
      }
      if isOver { return }
    }
  }

  /// Obeys a command; false if there is no such command.
  private func obeyCommand(_ line: String) -> Bool {
    let words = line.split(maxSplits: 1) { $0.isWhitespace }.map(String.init)
    guard let first = words.first else { return true }
    guard let command = REPLCommand.named(String(first.dropFirst())) else {
      let closest = closestName(to: first, among: REPLCommand.all.map { ":\($0.name)" })
      say(
        "there is no command '\(first.sanitizedLine)'"
          + (closest.map { "; did you mean '\($0)'?" } ?? "; ':help' lists what there is"))
      return false
    }
    let rest = words.count > 1 ? words[1].trimmingBlanks : ""
    guard rest.isEmpty || command.takesWords else {
      say("':\(command.name)' stands alone, without '\(rest.sanitizedLine)'")
      return false
    }
    command.run(self, rest)
    return true
  }

  private func runStatements(_ text: String) -> Bool {
    let word = text.trimmingBlanks
    if word.isEmpty {
      guide?.goOn()
      return true
    }
    let called = word.hasSuffix("()") ? String(word.dropLast(2)) : word
    if let command = REPLCommand.bareWord(called), !session.knows(called) {
      command.run(self, "")
      return true
    }
    // One 'q' too many at the end of a walk must not cost the session.
    if word == "q", !session.knows(word) {
      say("':quit' leaves the session")
      return true
    }
    entries += 1
    return take(SourceText(name: "<input \(entries)>", text))
  }

  /// Runs statements that a person typed or loaded: in a lesson they may be an answer.
  @discardableResult func take(_ text: SourceText) -> Bool { guide?.take(text) ?? run(text) }

  @discardableResult private func run(_ bytes: [UInt8]) -> Bool {
    entries += 1
    return run(SourceText(name: "<input \(entries)>", bytes: bytes))
  }

  /// Runs statements and shows what happens; false if they did not come to their end.
  @discardableResult func run(_ text: SourceText) -> Bool {
    let outcome = session.run(text) { event in show(event) }
    wasStopped = outcome == .interrupted
    Interruption.reset()
    output.flush()
    return outcome == .finished
  }

  /// Runs statements that nobody typed, and shows only what is wrong with them.
  func runSilently(_ text: SourceText) {
    _ = session.run(text) { event in
      if case .diagnostic(let diagnostic) = event, diagnostic.severity == .error { show(event) }
    }
  }

  private func show(_ event: Event) {
    if case .progress(let report) = event {
      output.flush()
      progress?.show(report)
      return
    }
    switch event {
    case .trained, .search: progress?.clear()
    default: break
    }
    switch event {
    // The lines of a training come while it goes on, however many they are.
    case .epoch, .update, .trial: presenter.present(event) { sayAtOnce($0) }
    // What a training or a search came to is told even if it was stopped.
    case .trained, .search: presenter.present(event) { say($0) }
    case .walk(let pass): walk(pass)
    case .quiz(let quiz): ask(quiz)
    case .drawing(let report): draw(report)
    case .plot(let report, let file?): plot(report, to: file)
    case .diagnostic: presenter.present(event) { sayAtOnce($0) }
    default: presenter.present(event) { if !Interruption.isRequested { say($0) } }
    }
  }

  /// Walks a tape until the person has seen enough.
  func walk(_ pass: Pass) {
    output.flush()
    WalkPrompt(
      conversation: Conversation(reader: reader, renderer: page.renderer, output: output)
    ).walk(Walk(pass, presenter))
  }

  /// Asks for the numbers of a quiz until it ends or the person leaves it.
  private func ask(_ quiz: QuizReport) {
    output.flush()
    QuizPrompt(
      conversation: Conversation(reader: reader, renderer: page.renderer, output: output)
    ).ask(Quiz(quiz, presenter))
  }

  private func draw(_ report: DrawingReport) {
    guard let file = report.file else {
      presenter.present(.drawing(report)) { say($0) }
      return
    }
    do {
      try Drawing(toFile: file).write(report.pass, to: file)
      say("drawn to \(file.sanitizedLine)")
    } catch {
      say(presenter.document(error.diagnostic))
    }
  }

  private func plot(_ report: PlotReport, to file: String) {
    if let diagnostic = Drawing.plot(report, to: file) {
      say(presenter.document(diagnostic))
    } else {
      say("plotted to \(file.sanitizedLine)")
    }
  }

  /// Forgets the session, but not how things are shown.
  func beginAgain() {
    if let guide { guide.beginAgain() } else { enter(makeSession()) }
  }

  func quit() { isOver = true }

  // MARK: Words

  /// Shows a document, as much of it as the window has room for.
  func say(_ document: Document) { write(page.renderer.text(document)) }

  private func sayAtOnce(_ document: Document) {
    progress?.hide()
    output.write(page.renderer.text(document))
  }

  /// Shows what did not fit, as much of it as the window has room for.
  private func showRest() {
    let (lines, left) = pager.next(rows: rows)
    output.write(lines)
    if left > 0 { sayAtOnce(Pager.note(left)) }
  }

  /// What lays documents out.
  var renderer: TextRenderer { page.renderer }

  /// The lines of the window; nil where nothing is shown on a terminal.
  private var rows: Int? { Page.rows(of: STDOUT_FILENO) }

  /// Shows lines that are laid out already, as many of them as the window has room for.
  func write(_ lines: String) {
    progress?.hide()
    output.write(pager.take(lines, rows: rows))
  }

  func say(_ words: String) { say(Document(StyledText(words, .muted))) }

  private func completions(for word: String, in line: String, at cursor: Int) -> [Completion] {
    let typed = String(decoding: Array(line.utf8.prefix(cursor)), as: UTF8.self)
    if typed.hasPrefix(":") { return REPLCommand.completions(for: word, typed, self) }
    let before = String(typed.dropLast(word.count))
    guide?.follow()
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
