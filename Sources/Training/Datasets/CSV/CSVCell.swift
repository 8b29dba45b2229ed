/// What stands in a field.
enum CSVCell: Equatable {
  case number(Double)
  case text(String)
  case missing

  /// Its text, unless it is a number.
  var text: String? {
    if case .text(let text) = self { text } else { nil }
  }
}

extension CSVScanner {
  /// What stands in the field last read.
  func cell(_ limits: CSVLimits) throws(DatasetProblem) -> CSVCell {
    if field.isEmpty { return .missing }
    if field.isDecimalNumber {
      let digits = String(decoding: field, as: UTF8.self)
      if let number = Double(digits), number.isFinite { return .number(number) }
      throw problem(.notFinite(digits))
    }
    guard !field.contains(0), let text = String(validating: field, as: UTF8.self) else {
      throw problem(.notUTF8)
    }
    if CSVScanner.isNotFinite(text) { throw problem(.notFinite(text)) }
    guard field.count <= limits.nameBytes else {
      throw problem(.textTooLong(text, bytes: field.count, limit: limits.nameBytes))
    }
    return .text(text)
  }

  /// Whether a text is one of the words C reads as a number that is none.
  private static func isNotFinite(_ text: String) -> Bool {
    var word = Substring(text.lowercased())
    if word.hasPrefix("+") || word.hasPrefix("-") { word.removeFirst() }
    return ["nan", "inf", "infinity"].contains(word)
  }
}

extension [UInt8] {
  /// Whether these are a decimal number: a sign, digits with a point among them, a power of ten.
  ///
  /// `Double` alone would take hexadecimal numbers and `nan(1)` too.
  fileprivate var isDecimalNumber: Bool {
    var rest = self[...]
    rest.dropSign()
    var digits = rest.dropDigits()
    if rest.first == UInt8(ascii: ".") {
      rest.removeFirst()
      digits += rest.dropDigits()
    }
    guard digits > 0 else { return false }
    if let mark = rest.first, mark | 0x20 == UInt8(ascii: "e") {
      rest.removeFirst()
      rest.dropSign()
      guard rest.dropDigits() > 0 else { return false }
    }
    return rest.isEmpty
  }
}

extension ArraySlice<UInt8> {
  fileprivate mutating func dropSign() {
    if first == UInt8(ascii: "+") || first == UInt8(ascii: "-") { removeFirst() }
  }

  /// Drops the digits at the start, and says how many there were.
  fileprivate mutating func dropDigits() -> Int {
    let before = count
    self = drop { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    return before - count
  }
}
