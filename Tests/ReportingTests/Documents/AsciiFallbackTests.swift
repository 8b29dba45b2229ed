import Reporting
import Testing

@Suite("Text where only ASCII may be shown")
struct AsciiFallbackTests {
  @Test(
    "Symbols become what reads alike",
    arguments: [
      ("plain text", "plain text"), ("1 − y²", "1 - y^2"), ("∂L/∂w = −0.5 × x", "dL/dw = -0.5 * x"),
      ("10⁻¹²", "10^-12"), ("x² + y³", "x^2 + y^3"), ("w₁₂", "w_12"), ("x₁²", "x_1^2"),
      ("Σ wᵢ·xᵢ", "sum w_i*x_i"), ("a → b ← c", "a -> b <- c"),
      ("√x ≤ 2 ≥ 1 ≠ ∞", "sqrtx <= 2 >= 1 != inf"),
      ("✓ good ✗ bad", "ok good no bad"), ("● ○ …", "* o ..."), ("η·β", "eta*beta"),
      ("┌─┬─┐│├┼┤└┴┘╭╮╰╯", "+-+-+|++++++++++"), ("▁▂▃▄▅▆▇█", "_.-=+*%#"), ("f′(x)", "f'(x)"),
      ("«a» “b” ‘c’", "<<a>> \"b\" 'c'"), ("a ≈ b", "a ~ b"),
    ])
  func symbols(text: String, ascii: String) {
    #expect(AsciiFallback.text(text) == ascii)
  }

  @Test(
    "A dot makes a name's suffix or a product",
    arguments: [
      ("h·3", "h.3"), ("h·3·12", "h.3.12"), ("layer_1·2", "layer_1.2"), ("η·3", "eta.3"),
      ("2·3", "2*3"), ("0.5·2", "0.5*2"), ("1e5·2", "1e5*2"), ("a·b", "a*b"), ("(a)·3", "(a)*3"),
      ("a · 3", "a * 3"), ("x²·3", "x^2*3"), ("·3", "*3"), ("h·", "h*"), ("2·h·3", "2*h.3"),
    ])
  func dots(text: String, ascii: String) {
    #expect(AsciiFallback.text(text) == ascii)
  }

  @Test("A symbol's neighbours may be in other pieces")
  func pieces() {
    #expect(AsciiFallback.pieces(["h", "", "·", "", "3"]) == ["h", "", ".", "", "3"])
    #expect(AsciiFallback.pieces(["2", "·3"]) == ["2", "*3"])
    #expect(AsciiFallback.pieces(["10⁻", "¹²"]) == ["10^-", "12"])
  }

  @Test("Everything else is shown by its number")
  func numbers() {
    #expect(AsciiFallback.text("é 中 😀") == "\\u{E9} \\u{4E2D} \\u{1F600}")
  }

  @Test("Every character of the first plane becomes ASCII, and only ASCII stays as it was")
  func firstPlane() {
    for value in UInt32(0)...0xFFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = AsciiFallback.text(String(scalar))
      if text.isEmpty || !text.utf8.allSatisfy({ $0 < 0x80 })
        || (value < 0x80) != (text == String(scalar))
      {
        Issue.record("\(scalar.debugDescription) became \(text)")
      }
    }
  }
}
