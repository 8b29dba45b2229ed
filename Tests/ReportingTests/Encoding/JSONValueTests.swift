import Reporting
import Testing

@Suite("JSON on one line")
struct JSONValueTests {
  @Test("Fields keep their order")
  func shape() {
    let value = JSONValue.object([
      ("type", .string("value")), ("a", .array([.number(1), .array([]), .null])),
      ("ok", .bool(true)), ("none", .object([])),
    ])
    #expect(value.text == #"{"type":"value","a":[1,[],null],"ok":true,"none":{}}"#)
  }

  @Test(
    "What JSON or a terminal could trip over is escaped",
    arguments: [
      ("plain é η 中 😀", #""plain é η 中 😀""#), ("say \"hi\" \\ bye", #""say \"hi\" \\ bye""#),
      ("a\nb\tc\rd", #""a\nb\tc\rd""#), ("\u{0}\u{1B}[2J\u{7F}", #""\u0000\u001b[2J\u007f""#),
      ("\u{9B}31m", #""\u009b31m""#), ("a\u{202E}b\u{2066}", #""a\u202eb\u2066""#),
      ("\u{2028}\u{2029}\u{200B}\u{FEFF}", #""\u2028\u2029\u200b\ufeff""#),
      ("\u{E0041}", #""\udb40\udc41""#), ("", #""""#),
    ])
  func strings(text: String, json: String) {
    #expect(JSONValue.string(text).text == json)
    #expect(JSONValue.object([(text, .null)]).text == "{\(json):null}")
  }

  @Test(
    "Numbers are the shortest that read back, and those JSON lacks are strings",
    arguments: [
      (0, "0"), (-0.0, "-0.0"), (1, "1"), (-42, "-42"), (0.1, "0.1"), (1e15, "1000000000000000.0"),
      (0.1 + 0.2, "0.30000000000000004"), (.leastNonzeroMagnitude, "5e-324"), (1e-7, "1e-07"),
      (1e300, "1e+300"),
      (.nan, #""nan""#), (.infinity, #""inf""#), (-.infinity, #""-inf""#),
    ])
  func numbers(number: Double, json: String) {
    #expect(JSONValue.number(number).text == json)
  }

  @Test("Every finite number reads back as the same bits")
  func roundTrip() {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<2000 {
      let number = Double(bitPattern: generator.next())
      guard number.isFinite else { continue }
      #expect(Double(JSONValue.number(number).text)?.bitPattern == number.bitPattern)
    }
  }

  @Test("Values are equal when they are written alike")
  func equality() {
    #expect(JSONValue.number(.nan) == .number(.nan))
    #expect(JSONValue.integer(3) == .number(3))
    #expect(JSONValue.number(0) != .number(-0.0))
  }
}
