import Reporting

/// Shows what an entry gives as far as the window has room for it; the rest when Enter is pressed.
///
/// Nothing is asked in between: whoever types something else goes on without the rest.
struct Pager {
  /// Lines that did not fit.
  private var rest: [Substring] = []
  /// The lines shown since the last entry.
  private var shown = 0

  /// Whether something is left to be shown.
  var hasRest: Bool { !rest.isEmpty }

  /// A new entry was typed: what was left of the one before is forgotten.
  mutating func begin() { (rest, shown) = ([], 0) }

  /// Takes some whole lines; gives those to be shown now.
  mutating func take(_ lines: String, rows: Int?) -> String {
    guard let rows else { return lines }
    let taken = lines.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    guard hasRest || shown + taken.count > Pager.room(rows) else {
      shown += taken.count
      return lines
    }
    rest += taken
    return ""
  }

  /// The next lines of what is left, and how many are left behind them.
  mutating func next(rows: Int?) -> (lines: String, left: Int) {
    let room = max((rows.map(Pager.room) ?? rest.count) - shown, 0)
    // A rest of one line takes no more room than saying that there is one.
    let count = rest.count <= room + 1 ? rest.count : room
    let lines = rest.prefix(count).map { $0 + "\n" }.joined()
    rest.removeFirst(count)
    shown = 0
    return (lines, rest.count)
  }

  /// What is said of lines that are left.
  static func note(_ left: Int) -> Document {
    Document(StyledText("… Enter shows the rest, \(left) \(left == 1 ? "line" : "lines")", .muted))
  }

  /// The lines there are room for beside the prompt and what is said of the rest.
  private static func room(_ rows: Int) -> Int { max(rows - 2, 3) }
}
