/// Small damage to a program, as fingers and files do it.
enum Mutation {
  private static let pieces = [
    "(", ")", "[", "]", "{", "}", ";", "\n", ",", "=", "==", "..", ".", "-", "^", "@", "~", "->",
    "#",
    "\"", "'", "for ", " in ", "set ", "show ", "input ", "param ", "f(", "1e999", "2.", "0", "1..",
    "inf", "nan", "grad(", "hessian(", "where(", "x.grad", "**", "+=", "：", "（", "\u{0}",
    "\u{FEFF}",
    "é", "\r", "\t", "_", "1_", "9999999999999999", "-1", "1e15", "f(g) = g(g)", "[[", "]]",
    "zeros(1e6)",
  ]

  /// The program with some damage done to its bytes.
  static func damaged(_ program: String, _ random: inout RandomNumbers) -> [UInt8] {
    var bytes = Array(program.utf8)
    for _ in 0..<1 + random.below(6) {
      let place = random.below(bytes.count + 1)
      let end = min(bytes.count, place + 1 + random.below(8))
      switch random.below(7) {
      case 0: bytes.insert(contentsOf: Array(random.pick(pieces).utf8), at: place)
      case 1: bytes.removeSubrange(place..<end)
      case 2 where place < bytes.count: bytes[place] = UInt8(random.below(256))
      case 3:
        let other = random.below(bytes.count + 1)
        bytes.insert(contentsOf: bytes[place..<end], at: other)
      case 4 where place < bytes.count: bytes[place] ^= 1 << UInt8(random.below(8))
      case 5: bytes.removeLast(min(bytes.count, random.below(10)))
      default: bytes.replaceSubrange(place..<end, with: Array(random.pick(pieces).utf8))
      }
    }
    return bytes
  }

  /// Bytes without any sense.
  static func noise(_ random: inout RandomNumbers) -> [UInt8] {
    let count = random.below(200)
    if random.oneIn(2) { return (0..<count).map { _ in UInt8(random.below(256)) } }
    return (0..<count / 4).flatMap { _ in Array(random.pick(pieces).utf8) }
  }
}
