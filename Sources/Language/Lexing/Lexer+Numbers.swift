import Reporting

/// Numbers: `1`, `.15`, `1e-3`, `1_000`; never ending in a dot.
extension Lexer {
  mutating func number(from start: Int, _ spaceBefore: Bool) -> Token {
    digits()
    if offset < text.bytes.count, text.bytes[offset] == UInt8(ascii: "."),
      !(offset + 1 < text.bytes.count && text.bytes[offset + 1] == UInt8(ascii: "."))
    {
      guard isDigit(at: offset + 1) else {
        let whole = words(range(start, offset))
        offset += 1
        report(.numberEndsInDot(whole), from: start)
        return token(
          .number(Double(whole.filter { $0 != "_" }) ?? .nan), from: start, spaceBefore)
      }
      offset += 1
      digits()
    }
    exponent()
    let end = offset
    while offset < text.bytes.count, Lexer.continuesName(text.bytes[offset]) { offset += 1 }
    let written = words(range(start, offset))
    guard offset == end, let value = Lexer.value(of: written) else {
      report(.badNumber(written, upTo: words(range(start, end))), from: start)
      return token(.invalid, from: start, spaceBefore)
    }
    if value.isInfinite { report(.numberTooLarge(written), from: start) }
    return token(.number(value), from: start, spaceBefore)
  }

  /// The number that digits stand for; nil if an underscore is not between two of them.
  private static func value(of written: String) -> Double? {
    // Nearly no number has an underscore, and looking for a text in a text is slow.
    guard written.utf8.contains(UInt8(ascii: "_")) else { return Double(written) }
    guard !written.hasSuffix("_"), !written.contains("__") else { return nil }
    return Double(written.filter { $0 != "_" })
  }

  private mutating func digits() {
    while isDigit(at: offset)
      || (offset < text.bytes.count && text.bytes[offset] == UInt8(ascii: "_"))
    {
      offset += 1
    }
  }

  private mutating func exponent() {
    guard offset < text.bytes.count, text.bytes[offset] | 0x20 == UInt8(ascii: "e") else { return }
    let hasSign =
      offset + 1 < text.bytes.count
      && (text.bytes[offset + 1] == UInt8(ascii: "-")
        || text.bytes[offset + 1] == UInt8(ascii: "+"))
    guard isDigit(at: offset + (hasSign ? 2 : 1)) else { return }
    offset += hasSign ? 2 : 1
    digits()
  }
}
