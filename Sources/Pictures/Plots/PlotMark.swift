/// The marks that tell the series or classes of a plot apart, with colour or without.
enum PlotMark {
  /// The mark of a series or class, counted from 0; letters after the first eight.
  static func text(_ index: Int, ascii: Bool) -> String {
    let marks = ascii ? asciiMarks : symbols
    if marks.indices.contains(index) { return marks[index] }
    let letter = UInt8((index.magnitude - UInt(min(index.magnitude, 8))) % 26)
    return String(Unicode.Scalar(UInt8(ascii: "a") + letter))
  }

  /// What stands in a cell instead of a number that is none: `?` for nan, an arrowhead up or down
  /// for an infinite one.
  static func text(of number: Double, ascii: Bool) -> String {
    if number.isNaN { return "?" }
    return number > 0 ? (ascii ? "^" : "▲") : (ascii ? "v" : "▼")
  }

  private static let symbols = ["●", "○", "■", "□", "◆", "◇", "▲", "△"]
  private static let asciiMarks = ["*", "o", "+", "x", "#", "@", "%", "&"]
}
