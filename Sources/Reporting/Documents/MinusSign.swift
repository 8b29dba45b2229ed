extension String {
  /// This text with a minus sign for every hyphen, as numbers are typeset.
  public var withMinusSigns: String {
    // Nearly no number has one, and the general way to replace is slow.
    guard utf8.contains(UInt8(ascii: "-")) else { return self }
    var output = ""
    for scalar in unicodeScalars {
      output.unicodeScalars.append(scalar == "-" ? "\u{2212}" : scalar)
    }
    return output
  }
}
