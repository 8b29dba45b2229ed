import Reporting
import Training

/// Numbers, texts and lists as Python writes them.
enum PythonText {
  /// The shortest literal that reads back as the same double.
  static func number(_ number: Double) -> String {
    if number.isNaN { return "math.nan" }
    guard number.isFinite else { return number < 0 ? "-math.inf" : "math.inf" }
    let text = NumberStyle.exact.text(number)
    return text.contains { $0 == "." || $0 == "e" } ? text : text + ".0"
  }

  /// A string literal; whatever could end it or be misread is escaped.
  static func string(_ text: String) -> String {
    var literal = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", "\"": literal += "\\" + String(scalar)
      case "\n": literal += "\\n"
      default:
        literal +=
          scalar.isPlain ? String(scalar) : "\\U" + padded(String(scalar.value, radix: 16))
      }
    }
    return literal + "\""
  }

  /// Text of a program as the rest of a comment: a single line of it, nothing invisible.
  static func comment(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.split { $0.isWhitespace }.joined(separator: " ").unicodeScalars.map {
          $0.isPlain ? $0 : "?"
        }))
  }

  /// A list of numbers.
  static func list(_ numbers: some Sequence<Double>) -> String {
    "[" + numbers.map(number).joined(separator: ", ") + "]"
  }

  /// A list of lists, a row a line.
  static func rows(_ matrix: Matrix) -> String {
    let rows = (0..<matrix.rows).map { "    " + list(matrix.row($0)) + ",\n" }
    return "[\n" + rows.joined() + "]"
  }

  private static func padded(_ digits: String) -> String {
    String(repeating: "0", count: max(8 - digits.count, 0)) + digits
  }
}

extension Unicode.Scalar {
  /// Whether it can be seen and stays where it is put: no control, no sign that turns the line.
  fileprivate var isPlain: Bool {
    switch properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator:
      false
    default: true
    }
  }
}
