/// Takes the text of a file of comma-separated values apart into fields, one at a time.
///
///     file  = [BOM] {comment | blank} row {end row} {blank}
///     row   = field {"," field}
///     field = text | '"' {text | '""' | "," | end} '"'
///     end   = LF | CR LF | CR
///
/// This is RFC 4180, and beyond it: spaces and tabs at the ends of a field do not count, blank lines
/// may stand before the first row and after the last, and so may lines that begin with `#` before
/// the first. An end of line within quotes is read as LF.
///
/// It is a reader of our own because those at hand need Foundation, hold the whole file, and keep
/// no places to complain about.
struct CSVScanner: ~Copyable {
  /// The bytes of the field last read.
  private(set) var field: [UInt8] = []
  /// The line that field begins in, from 1.
  private(set) var line = 1
  /// Its number in its row, from 1.
  private(set) var column = 0
  /// Whether it is the last of its row.
  private(set) var endsRow = true
  /// The names of the columns, for complaints, once they are known.
  var names: [String] = []

  private var bytes: FileBytes
  private let limit: Int
  private var currentLine = 1
  private var hasRows = false
  private var blankLine: Int?

  init(_ bytes: consuming FileBytes, limit: Int) throws(DatasetProblem) {
    self.bytes = bytes
    self.limit = limit
    try skipByteOrderMark()
  }

  /// A problem at the field last read.
  func problem(_ fault: CSVFault) -> DatasetProblem {
    let name = names.indices.contains(column - 1) ? names[column - 1] : nil
    return .fault(
      fault, at: CSVPlace(path: bytes.path, line: line, column: column, name: name))
  }

  /// A problem of the row that field is in.
  func rowProblem(_ fault: CSVFault) -> DatasetProblem {
    .fault(fault, at: CSVPlace(path: bytes.path, line: line))
  }

  /// Reads the next field; false at the end of the file.
  mutating func next() throws(DatasetProblem) -> Bool {
    guard endsRow else {
      column += 1
      try readField()
      return true
    }
    while try skipToRow() {
      column = 1
      let isPlain = try readField()
      if endsRow, isPlain, field.isEmpty {
        // A row of nothing at all is a blank line; it is wrong only if more rows follow.
        if hasRows, blankLine == nil { blankLine = line }
        continue
      }
      if let blankLine {
        line = blankLine
        throw rowProblem(.blankLine)
      }
      hasRows = true
      return true
    }
    return false
  }

  /// Reads one field and what ends it; false if it was in quotes.
  @discardableResult private mutating func readField() throws(DatasetProblem) -> Bool {
    field.removeAll(keepingCapacity: true)
    try skipSpaces()
    line = currentLine
    let isQuoted = try bytes.peek() == .quote
    if isQuoted { try readQuoted() }
    while let byte = try bytes.peek(), byte != .comma, byte != .newline, byte != .carriageReturn {
      if isQuoted { throw problem(.textAfterQuote) }
      if byte == .quote { throw problem(.quoteInsideField) }
      try append(byte)
      bytes.advance()
    }
    trim()
    endsRow = try !skip(.comma)
    if endsRow { try skipLineEnd() }
    return !isQuoted
  }

  private mutating func readQuoted() throws(DatasetProblem) {
    bytes.advance()
    while let byte = try bytes.peek() {
      if byte == .newline || byte == .carriageReturn {
        try skipLineEnd()
        try append(.newline)
        continue
      }
      bytes.advance()
      if byte == .quote, try !skip(.quote) { return try skipSpaces() }
      try append(byte)
    }
    throw problem(.quoteNotClosed)
  }

  private mutating func append(_ byte: UInt8) throws(DatasetProblem) {
    if field.count == limit { throw problem(.fieldTooLong(limit: limit)) }
    field.append(byte)
  }

  /// Takes the spaces off both ends.
  private mutating func trim() {
    while let last = field.last, last.isSpace { field.removeLast() }
    if field.first?.isSpace == true { field.removeSubrange(..<field.prefix { $0.isSpace }.count) }
  }
}

extension CSVScanner {
  private mutating func skipByteOrderMark() throws(DatasetProblem) {
    for byte: UInt8 in [0xEF, 0xBB, 0xBF] {
      guard try skip(byte) else { return }
    }
  }

  /// Goes past comments before the first row; false at the end of the file.
  private mutating func skipToRow() throws(DatasetProblem) -> Bool {
    try skipSpaces()
    while !hasRows, try bytes.peek() == .hash {
      while let byte = try bytes.peek(), byte != .newline, byte != .carriageReturn {
        bytes.advance()
      }
      try skipLineEnd()
      try skipSpaces()
    }
    return try bytes.peek() != nil
  }

  private mutating func skipSpaces() throws(DatasetProblem) {
    while let byte = try bytes.peek(), byte.isSpace { bytes.advance() }
  }

  private mutating func skipLineEnd() throws(DatasetProblem) {
    guard let byte = try bytes.peek() else { return }
    bytes.advance()
    if byte == .carriageReturn { _ = try skip(.newline) }
    currentLine += 1
  }

  private mutating func skip(_ byte: UInt8) throws(DatasetProblem) -> Bool {
    guard try bytes.peek() == byte else { return false }
    bytes.advance()
    return true
  }
}

extension UInt8 {
  fileprivate static let newline = UInt8(ascii: "\n")
  fileprivate static let carriageReturn = UInt8(ascii: "\r")
  fileprivate static let comma = UInt8(ascii: ",")
  fileprivate static let quote = UInt8(ascii: "\"")
  fileprivate static let hash = UInt8(ascii: "#")
  fileprivate var isSpace: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }
}
