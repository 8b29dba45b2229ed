extension HistoryFile {
  /// The line that stands for an entry, its newline included.
  static func line(of entry: String) -> [UInt8] {
    var line: [UInt8] = []
    for byte in entry.utf8 {
      switch byte {
      case UInt8(ascii: "\n"): line += "\\n".utf8
      case UInt8(ascii: "\\"): line += "\\\\".utf8
      default: line.append(byte)
      }
    }
    return line + [UInt8(ascii: "\n")]
  }

  /// The entry that a line stands for; nil for a damaged line.
  static func entry(inLine line: ArraySlice<UInt8>) -> String? {
    var entry: [UInt8] = []
    var bytes = line.makeIterator()
    while let byte = bytes.next() {
      guard byte == UInt8(ascii: "\\") else {
        entry.append(byte)
        continue
      }
      switch bytes.next() {
      case UInt8(ascii: "n"): entry.append(UInt8(ascii: "\n"))
      case UInt8(ascii: "\\"): entry.append(UInt8(ascii: "\\"))
      default: return nil
      }
    }
    // A zero byte would end the entry early in readline's C strings.
    return entry.contains(0) ? nil : String(validating: entry, as: UTF8.self)
  }
}
