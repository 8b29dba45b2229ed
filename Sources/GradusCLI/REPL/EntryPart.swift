/// A part of an entry: a pasted one may have commands between its statements.
enum EntryPart: Equatable {
  /// A line that begins with a colon.
  case command(String)
  /// Lines of the language.
  case statements(String)

  /// The parts of an entry, in their order.
  static func parts(of entry: String) -> [EntryPart] {
    guard entry.contains(":") else { return [.statements(entry)] }
    var parts: [EntryPart] = []
    var statements: [Substring] = []
    func endStatements() {
      if !statements.isEmpty { parts.append(.statements(statements.joined(separator: "\n"))) }
      statements = []
    }
    for line in entry.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.first(where: { !$0.isWhitespace }) == ":" {
        endStatements()
        parts.append(.command(String(line).trimmingBlanks))
      } else {
        statements.append(line)
      }
    }
    endStatements()
    return parts
  }
}
