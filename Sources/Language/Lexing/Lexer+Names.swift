import Reporting

/// Names, and the characters beyond ASCII that may or may not be part of one.
extension Lexer {
  mutating func name(from start: Int, _ spaceBefore: Bool) -> Token {
    while offset < text.bytes.count {
      let byte = text.bytes[offset]
      if Lexer.continuesName(byte) {
        offset += 1
      } else if byte >= 0x80 {
        guard let scalar = scalar(at: offset) else {
          if offset > start { break }
          offset += 1
          report(.invalidUTF8(byte), from: start)
          return token(.invalid, from: start, spaceBefore)
        }
        if offset > start, scalar == "·", let end = endOfRound(from: offset + UTF8.width(scalar)) {
          offset = end
          break
        }
        guard scalar != "·", Lexer.isNamePart(scalar, first: offset == start) else {
          if offset > start { break }
          if let sign = sign(scalar, from: start, spaceBefore) { return sign }
          offset += UTF8.width(scalar)
          report(.unknownCharacter(String(scalar)), from: start)
          return token(.invalid, from: start, spaceBefore)
        }
        offset += UTF8.width(scalar)
      } else {
        break
      }
    }
    return token(.name, from: start, spaceBefore)
  }

  /// Where the number of a definition ends, as in `h·3`, the name of the third h; nil if what
  /// stands behind a dot in the middle is no such number.
  private func endOfRound(from start: Int) -> Int? {
    var end = start
    while isDigit(at: end) { end += 1 }
    guard end > start else { return nil }
    guard end < text.bytes.count else { return end }
    let next = text.bytes[end]
    let goesOn =
      Lexer.continuesName(next)
      || next == UInt8(ascii: ".") && isDigit(at: end + 1)
    return goesOn ? nil : end
  }

  /// A sign of the page, as formulas are printed with, read as the one a program is written with.
  private mutating func sign(_ scalar: Unicode.Scalar, from start: Int, _ spaceBefore: Bool)
    -> Token?
  {
    if let symbol = Lexer.pageSigns[scalar] {
      offset += UTF8.width(scalar)
      return token(.symbol(symbol), from: start, spaceBefore)
    }
    var exponent = 0.0
    while let scalar = scalarIfAny(at: offset), let digit = Lexer.raisedDigits[scalar] {
      exponent = 10 * exponent + digit
      offset += UTF8.width(scalar)
    }
    return offset > start ? token(.raised(exponent), from: start, spaceBefore) : nil
  }

  private static let pageSigns: [Unicode.Scalar: Symbol] = [
    "−": .minus, "·": .times, "×": .times, "÷": .divide,
  ]
  private static let raisedDigits: [Unicode.Scalar: Double] = [
    "⁰": 0, "¹": 1, "²": 2, "³": 3, "⁴": 4, "⁵": 5, "⁶": 6, "⁷": 7, "⁸": 8, "⁹": 9,
  ]

  private func scalarIfAny(at place: Int) -> Unicode.Scalar? {
    place < text.bytes.count ? scalar(at: place) : nil
  }

  /// The character at a place; nil if the bytes there are not UTF-8.
  private func scalar(at place: Int) -> Unicode.Scalar? {
    var decoder = UTF8()
    var bytes = text.bytes[place..<min(place + 4, text.bytes.count)].makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&bytes) else { return nil }
    return scalar
  }

  private static func isNamePart(_ scalar: Unicode.Scalar, first: Bool) -> Bool {
    // Full-width letters and signs look like ASCII and would make names nobody can retype.
    if (0xFF01...0xFF5E).contains(scalar.value) { return false }
    return first ? scalar.properties.isXIDStart : scalar.properties.isXIDContinue
  }
}

extension UTF8 {
  fileprivate static func width(_ scalar: Unicode.Scalar) -> Int { UTF8.encode(scalar)?.count ?? 1 }
}
