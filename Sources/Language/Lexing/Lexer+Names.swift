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
        guard Lexer.isNamePart(scalar, first: offset == start) else {
          if offset > start { break }
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
