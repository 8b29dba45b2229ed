/// A JSON value whose fields keep the order they were given in, written on one line.
///
/// Not a general encoder: a million steps are written through it, so it makes text directly, and
/// it has to write the three numbers that JSON lacks as the strings `"nan"`, `"inf"`, `"-inf"`.
public enum JSONValue: Sendable, Equatable {
  /// A string.
  case string(String)
  /// A number, written as the shortest text that reads back as the same double.
  case number(Double)
  /// `true` or `false`.
  case bool(Bool)
  /// A list.
  case array([JSONValue])
  /// Fields in order.
  case object([(String, JSONValue)])
  /// Nothing.
  case null

  /// A whole number.
  public static func integer(_ value: Int) -> JSONValue { .number(Double(value)) }

  /// The value as one line of JSON, without a line break.
  public var text: String {
    var output = ""
    write(to: &output)
    return output
  }

  /// Appends the value to a text.
  public func write(to output: inout String) {
    switch self {
    case .string(let string): JSONValue.quote(string, to: &output)
    case .number(let number): output += JSONValue.numeral(number)
    case .bool(let bool): output += bool ? "true" : "false"
    case .null: output += "null"
    case .array(let elements):
      output += "["
      for (index, element) in elements.enumerated() {
        if index > 0 { output += "," }
        element.write(to: &output)
      }
      output += "]"
    case .object(let fields):
      output += "{"
      for (index, field) in fields.enumerated() {
        if index > 0 { output += "," }
        JSONValue.quote(field.0, to: &output)
        output += ":"
        field.1.write(to: &output)
      }
      output += "}"
    }
  }

  private static func numeral(_ number: Double) -> String {
    if number.isNaN { return "\"nan\"" }
    if number.isInfinite { return number < 0 ? "\"-inf\"" : "\"inf\"" }
    if number == number.rounded(), abs(number) < 1e15, !(number == 0 && number.sign == .minus) {
      return String(Int64(number))
    }
    return number.description
  }

  private static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var place = 0
    while place < bytes.count {
      let byte = bytes[place]
      if byte < 0x20 || byte >= 0x7F || byte == 0x22 || byte == 0x5C { return false }
      place += 1
    }
    return true
  }

  private static func quote(_ string: String, to output: inout String) {
    // Nearly all strings are plain words, and those are copied whole.
    if string.utf8.withContiguousStorageIfAvailable(isPlain) ?? false {
      output += "\""
      output += string
      output += "\""
      return
    }
    output += "\""
    if !string.unicodeScalars.contains(where: JSONValue.isEscaped) {
      output += string
      output += "\""
      return
    }
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": output += "\\\""
      case "\\": output += "\\\\"
      case "\n": output += "\\n"
      case "\r": output += "\\r"
      case "\t": output += "\\t"
      default:
        if scalar.isLive {
          for unit in UTF16.encode(scalar) ?? UTF16.encodedReplacementCharacter {
            let digits = String(unit, radix: 16)
            output += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
          }
        } else {
          output.unicodeScalars.append(scalar)
        }
      }
    }
    output += "\""
  }

  private static func isEscaped(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\"" || scalar == "\\" || scalar == "\n" || scalar == "\t" || scalar.isLive
  }

  /// Equal when written alike.
  public static func == (left: JSONValue, right: JSONValue) -> Bool {
    left.text == right.text
  }
}
