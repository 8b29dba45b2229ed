import CReadline
import Glibc

/// Entries typed at a terminal: editing, completion, and a history that outlives the session.
///
/// It stands on GNU readline, whose state is global: a program has one editor, used by one thread.
/// Readline's settings come from the person's own `~/.inputrc`.
final class LineEditor: EntryReader {
  /// Gives the candidates for the word that ends at `cursor`, a UTF-8 offset into `line`.
  ///
  /// All names may be given: those that do not begin with the word are left out, unless there
  /// is only one, which then replaces the word.
  typealias Completer = (_ word: String, _ line: String, _ cursor: Int) -> [Completion]

  private let completions: Completer
  private var history: History
  /// What was last offered, kept for the listing.
  private var candidates: [Completion] = []

  var historyNote: String? { history.note }

  /// Prepares the terminal's editor and loads the history.
  ///
  /// - Parameters:
  ///   - historyFile: Where entries are remembered; nil for nowhere.
  ///   - completions: The candidates for a word.
  init(historyFile: String?, completions: @escaping Completer) {
    self.completions = completions
    gradus_start_editing(Int32(History.limit))
    history = History(file: historyFile.map(HistoryFile.init(path:)))
    for entry in history.load() { gradus_remember(entry) }
  }

  /// Reads one entry, which becomes one entry of the history however many lines it has.
  ///
  /// Ctrl-C drops the whole entry; so does Ctrl-D on an empty continuation line.
  func readEntry(
    prompt: String, continuationPrompt: String, isComplete: (String) -> Bool
  ) -> Entry {
    let entry = EntryAssembly.entry(
      readLine: { continues in
        let line = readLine(prompt: continues ? continuationPrompt : prompt, completes: true)
        return continues && line == .endOfFile ? .interrupted : line
      }, isComplete: isComplete)
    if case .text(let text) = entry, history.add(text) { gradus_remember(text) }
    return entry
  }

  func readKeyLine(prompt: String) -> Entry { readLine(prompt: prompt, completes: false) }

  private func readLine(prompt: String, completes: Bool) -> Entry {
    var line: UnsafeMutablePointer<CChar>?
    let outcome = withExtendedLifetime(self) {
      gradus_read_line(Prompt(prompt).marked, completes ? completer : gradus_completer(), &line)
    }
    defer { free(line) }
    switch outcome {
    case .GRADUS_OUTCOME_LINE:
      let count = line.map { strlen($0) } ?? 0
      return Entry(bytes: Array(UnsafeRawBufferPointer(start: line, count: count)))
    case .GRADUS_OUTCOME_INTERRUPTED: return .interrupted
    case .GRADUS_OUTCOME_END_OF_FILE: return .endOfFile
    }
  }

  // MARK: - Completion

  /// This editor as readline calls it: a C function knows it by a pointer alone.
  private var completer: gradus_completer {
    gradus_completer(
      context: Unmanaged.passUnretained(self).toOpaque(),
      complete: { context, word, line, cursor in
        guard let word, let line else { return }
        LineEditor.at(context)?.offer(
          word: String(cString: word), line: String(cString: line), cursor: Int(cursor))
      },
      list: { context in LineEditor.at(context)?.listCandidates() })
  }

  private static func at(_ context: UnsafeMutableRawPointer?) -> LineEditor? {
    context.map { Unmanaged<LineEditor>.fromOpaque($0).takeUnretainedValue() }
  }

  private func offer(word: String, line: String, cursor: Int) {
    let word = CompletionWord(word)
    candidates = word.fitting(completions(word.name, line, cursor))
    for candidate in candidates { gradus_offer(word.head + candidate.text) }
  }

  private func listCandidates() {
    var rows: Int32 = 0
    var columns: Int32 = 0
    gradus_terminal_size(&rows, &columns)
    let listing = CompletionListing(
      candidates: candidates, terminal: (rows: Int(rows), columns: Int(columns)))
    for row in listing.rows { print(row) }
  }
}
