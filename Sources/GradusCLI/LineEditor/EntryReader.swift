import Glibc

/// Where entries come from: a person at a terminal, or a file or pipe.
protocol EntryReader: AnyObject {
  /// Reads one entry, asking for more lines with `continuationPrompt` until `isComplete` holds.
  ///
  /// Prompts may hold ANSI colours. Only a terminal shows them.
  func readEntry(
    prompt: String, continuationPrompt: String, isComplete: (String) -> Bool
  ) -> Entry

  /// Reads one line that is an answer and not a statement: no history, no completion.
  func readKeyLine(prompt: String) -> Entry

  /// Why entries are not remembered from one session to the next, if they are not.
  var historyNote: String? { get }
}

/// The reader that suits standard input and output: editing on a terminal, plain lines otherwise.
///
/// - Parameters:
///   - historyFile: Where entries are remembered; nil for nowhere.
///   - completions: The candidates for a word; see `LineEditor`.
func makeEntryReader(
  historyFile: String? = HistoryFile.standardPath(),
  completions: @escaping LineEditor.Completer
) -> any EntryReader {
  if isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 {
    return LineEditor(historyFile: historyFile, completions: completions)
  }
  return PlainReader()
}
