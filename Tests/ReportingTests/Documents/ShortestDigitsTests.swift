import Glibc
import Reporting
import Testing

@Suite("Rounding the shortest digits")
struct ShortestDigitsTests {
  @Test("Gives what C gives, for any number and any count of digits", arguments: 1...15)
  func agrees(digits: Int) {
    var generator = SystemRandomNumberGenerator()
    let style = NumberStyle(digits: digits)
    for round in 0..<4000 {
      // Numbers of few digits have ties, which are the hard case.
      let number: Double =
        switch round % 3 {
        case 0: Double(bitPattern: generator.next())
        case 1: Double(Int64.random(in: -99_999_999...99_999_999)) / 1e5
        default: Double.random(in: -2...2)
        }
      guard number.isFinite, number != number.rounded(.towardZero) else { continue }
      var buffer = [CChar](repeating: 0, count: 64)
      _ = withVaList([Int32(digits), number]) { vsnprintf(&buffer, buffer.count, "%.*g", $0) }
      let expected = strtod(buffer, nil)
      let text = style.text(number)
      #expect(Double(text) == expected, "\(number) as \(text)")
      #expect(text.utf8.count <= digits + 7)
    }
  }
}
