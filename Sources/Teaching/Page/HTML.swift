import Reporting

/// A piece of a page; only what was escaped, or written by this room, can be in it.
struct HTML: Sendable, ExpressibleByStringInterpolation {
  /// The markup.
  private(set) var markup: String

  /// Markup that this room writes; whatever is put into it is escaped.
  init(stringInterpolation: Interpolation) { markup = stringInterpolation.markup }

  init(stringLiteral: String) { markup = stringLiteral }

  /// Foreign words: each sign that means something in HTML is written as a reference, and what a
  /// page would obey or hide is made visible.
  init(escaping text: String) {
    var output = ""
    for scalar in text.sanitized.unicodeScalars {
      switch scalar {
      case "&": output += "&amp;"
      case "<": output += "&lt;"
      case ">": output += "&gt;"
      case "\"": output += "&quot;"
      case "'": output += "&#39;"
      default: output.unicodeScalars.append(scalar)
      }
    }
    markup = output
  }

  /// Markup that another room wrote and escaped, such as a picture, or that is code of this one.
  init(trusting markup: String) { self.markup = markup }

  /// Data for a script of the page: no sign in it can end the element it stands in.
  init(data: JSONValue) {
    var output = ""
    for scalar in data.text.unicodeScalars {
      switch scalar {
      case "<", ">", "&", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        output += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
      default: output.unicodeScalars.append(scalar)
      }
    }
    markup = output
  }

  static func + (left: HTML, right: HTML) -> HTML {
    HTML(trusting: left.markup + right.markup)
  }

  static func += (left: inout HTML, right: HTML) { left.markup += right.markup }

  /// Markup whose holes are filled with escaped words or with other markup.
  struct Interpolation: StringInterpolationProtocol {
    var markup = ""

    init(literalCapacity: Int, interpolationCount: Int) {
      markup.reserveCapacity(literalCapacity * 2)
    }

    mutating func appendLiteral(_ literal: String) { markup += literal }
    mutating func appendInterpolation(_ text: String) { markup += HTML(escaping: text).markup }
    mutating func appendInterpolation(_ number: Int) { markup += String(number) }
    mutating func appendInterpolation(_ html: HTML) { markup += html.markup }
  }
}

extension Sequence<HTML> {
  /// One piece after another.
  func joined() -> HTML { HTML(trusting: map(\.markup).joined()) }
}
