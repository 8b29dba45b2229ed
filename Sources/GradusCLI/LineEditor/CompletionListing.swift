/// Candidates as rows for a terminal: the name, and beside it what it is.
struct CompletionListing {
  /// What is listed, in this order.
  let candidates: [Completion]
  /// The terminal's size in characters.
  let terminal: (rows: Int, columns: Int)

  /// The rows, none wider than the terminal and together not higher.
  var rows: [String] {
    // The prompt below, and a row of what was there before, should stay in sight.
    let room = max(terminal.rows - 3, 5)
    guard candidates.count > room else { return candidates.map(row) }
    let left = candidates.count - (room - 1)
    return candidates.prefix(room - 1).map(row) + ["… \(left) more: type another letter"]
  }

  private func row(_ candidate: Completion) -> String {
    let help = candidate.help.prefix { !$0.isNewline }
    let padded = candidate.text + String(repeating: " ", count: padding(of: candidate.text))
    // One column short of the edge, where some terminals wrap.
    return TextWidth.truncated(
      help.isEmpty ? candidate.text : padded + help, columns: terminal.columns - 1)
  }

  private func padding(of name: String) -> Int {
    let longest = candidates.lazy.map { TextWidth.columns($0.text) }.max() ?? 0
    // A single long name must not push every help text off the screen.
    let column = min(longest, terminal.columns / 3)
    return max(column - TextWidth.columns(name), 0) + 2
  }
}
