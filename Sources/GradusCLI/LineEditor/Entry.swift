/// What a person entered, or why nothing was entered.
enum Entry: Equatable, Sendable {
  /// A whole entry: its lines joined by newlines, without the last newline.
  case text(String)
  /// The bytes of an entry that is not UTF-8, as they came, so that a message can name the place.
  ///
  /// A `String` would have put U+FFFD in their place without a word.
  case malformed([UInt8])
  /// More than `EntryAssembly.longest` bytes without an end; nothing more can be read.
  case tooLong
  /// Ctrl-C: what was typed is dropped.
  case interrupted
  /// Ctrl-D on an empty line, or the end of a file or pipe.
  case endOfFile

  /// The entry made of these bytes, which are checked to be UTF-8.
  init(bytes: [UInt8]) {
    if let text = String(validating: bytes, as: UTF8.self) {
      self = .text(text)
    } else {
      self = .malformed(bytes)
    }
  }
}
