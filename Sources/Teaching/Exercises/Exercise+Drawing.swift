public import Reporting

extension Exercise {
  /// The numbers drawn for a learner, as they are written; without one, the first of each.
  ///
  /// Capitals and spaces around a name make no difference, nor whether an accent is typed as one
  /// character with its letter or as two.
  public func drawn(for seed: String?) -> [(name: String, number: String)] {
    draws.compactMap { draw in
      guard let first = draw.choices.first else { return nil }
      guard let seed = seed.map(Self.plain) else { return (draw.name, first) }
      let place = Self.hash("\(seed)\n\(id)\n\(draw.name)") % UInt64(draw.choices.count)
      return (draw.name, draw.choices[Int(place)])
    }
  }

  /// A text of the exercise with the numbers drawn for a learner in place of `{x}`.
  public func filled(_ text: SourceText, for seed: String?) -> SourceText {
    guard !draws.isEmpty else { return text }
    var words = text.text(0..<text.bytes.count)
    for (name, number) in drawn(for: seed) { words = words.replacing("{\(name)}", with: number) }
    return SourceText(name: text.name, words)
  }

  private static func plain(_ name: String) -> String {
    let words = name.lowercased().split(whereSeparator: \.isWhitespace)
    return String(words.joined(separator: " ").map(composed))
  }

  /// A character as a single scalar, where one is canonically the same: Swift compares by meaning, so
  /// it need only be looked for.
  private static func composed(_ character: Character) -> Character {
    if character.isASCII { return character }
    for range in [0xC0...0x1FFF, 0xAC00...0xD7A3] as [ClosedRange<UInt32>] {
      for value in range {
        guard let scalar = Unicode.Scalar(value), Character(scalar) == character else { continue }
        return Character(scalar)
      }
    }
    return character
  }

  /// A number that is the same for the same words on every machine (FNV-1a, 64 bits).
  private static func hash(_ words: String) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in words.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    // The lowest bits of a short text are spread by its highest.
    return hash ^ (hash >> 32)
  }
}
