/// Joins lines to a whole entry, however the lines are read.
enum EntryAssembly {
  /// The most bytes an entry may have, so that an endless input ends in a message and not in swap.
  static let longest = 16 << 20

  /// Reads lines until `isComplete` holds for their text, or something ends the entry sooner.
  ///
  /// - Parameters:
  ///   - readLine: Reads one line; it is told whether this line continues an entry.
  ///   - isComplete: Whether the text so far is a whole entry.
  static func entry(
    readLine: (_ continues: Bool) -> Entry, isComplete: (String) -> Bool
  ) -> Entry {
    var text: String?
    while true {
      switch readLine(text != nil) {
      case .text(let line):
        let joined = text.map { $0 + "\n" + line } ?? line
        if joined.utf8.count > longest { return .tooLong }
        if isComplete(joined) { return .text(joined) }
        text = joined
      case .malformed(let bytes):
        return .malformed(text.map { Array($0.utf8) + [0x0A] + bytes } ?? bytes)
      case .endOfFile:
        // The unfinished text is handed on: whoever reads it knows best what is missing.
        return text.map(Entry.text) ?? .endOfFile
      case .interrupted: return .interrupted
      case .tooLong: return .tooLong
      }
    }
  }
}
