import Reporting

extension String {
  /// This text as it may stand between tags or in an attribute of an XML document.
  var xmlEscaped: String {
    var output = ""
    for scalar in sanitizedLine.unicodeScalars {
      switch scalar {
      case "&": output += "&amp;"
      case "<": output += "&lt;"
      case ">": output += "&gt;"
      case "\"": output += "&quot;"
      case "'": output += "&#39;"
      // XML has no way to write these two.
      case "\u{FFFE}", "\u{FFFF}": output += "\u{FFFD}"
      default: output.unicodeScalars.append(scalar)
      }
    }
    return output
  }
}
