import Glibc

/// Tells whether a hint holds a solution: its text, or its number to three digits.
///
/// Whole numbers below 10 and numbers of one digit say too little to count, and digits in names
/// and exponents are none of the answer's.
struct HintGiveaway {
  private let pieces: [Piece]

  /// A name, a number or a sign.
  private struct Piece {
    var text: String
    /// Whether it stands right behind the piece before it.
    var isJoined: Bool

    var isNumber: Bool { text.first.map { ("0"..."9").contains($0) || $0 == "." } ?? false }
    var isOperand: Bool { text == ")" || text.first.map { $0.isLetter || $0 == "_" } ?? false }
  }

  init(_ hint: String) { pieces = Self.pieces(of: hint) }

  /// Whether the hint gives away what is right, in the solution's words.
  func gives(_ answer: String) -> Bool {
    let parts = Self.pieces(of: answer)
    if parts.last?.isNumber == true, parts.count == 1 || parts.count == 2 && parts[0].text == "-" {
      guard let answer = Self.numbers(in: parts).first else { return false }
      return Self.numbers(in: pieces).contains { Self.agree($0, answer) }
    }
    guard parts.reduce(0, { $0 + $1.text.count }) > 2 else { return false }
    let (words, wanted) = (pieces.map(\.text), parts.map(\.text))
    return words.indices.contains { words[$0...].starts(with: wanted) }
  }

  /// Whether two numbers are the same to three digits.
  private static func agree(_ number: Double, _ answer: Double) -> Bool {
    let unit = pow(10, floor(log10(abs(answer))) - 2)
    return abs(number - answer) <= unit / 2 * (1 + 1e-9)
  }

  /// The numbers that say enough to be compared.
  private static func numbers(in pieces: [Piece]) -> [Double] {
    var numbers: [Double] = []
    for (place, piece) in pieces.enumerated() where piece.isNumber {
      let before = place > 0 ? pieces[place - 1] : nil
      guard let number = Double(piece.text), before?.text != "^" else { continue }
      let digits = piece.text.filter { $0 != "." }.drop { $0 == "0" }
      guard digits.count > 1, number >= 10 || number != number.rounded() else { continue }
      let isSign = before.map { $0.text == "-" && !$0.isJoined } ?? false
      numbers.append(isSign && piece.isJoined ? -number : number)
    }
    return numbers
  }

  private static let signs: [Character: String] = [
    "·": "*", "×": "*", "−": "-", "²": "^2", "³": "^3",
  ]

  private static func pieces(of text: String) -> [Piece] {
    var pieces: [Piece] = []
    var isJoined = false
    for character in text.flatMap({ signs[$0].map(Array.init) ?? [$0] }) {
      let isWord = character.isLetter || character == "_"
      let isDigit = character.isNumber || character == "."
      if character.isWhitespace {
        isJoined = false
        continue
      }
      if isJoined, let last = pieces.last,
        last.isNumber ? isDigit : last.isOperand && last.text != ")" && (isWord || isDigit)
      {
        pieces[pieces.count - 1].text.append(character)
      } else {
        pieces.append(Piece(text: String(character), isJoined: isJoined))
      }
      isJoined = true
    }
    return pieces.map { piece in
      // The full stop after a sentence is no part of it.
      var piece = piece
      while piece.text.count > 1, piece.text.hasSuffix(".") { piece.text.removeLast() }
      return piece
    }
  }
}
