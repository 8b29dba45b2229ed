import Reporting

/// How a number looks in a heat map: its sign, and its magnitude in quarters of the greatest.
struct HeatShade {
  /// The greatest finite magnitude of the map.
  let greatest: Double
  let ascii: Bool

  /// One column of a number's cell.
  func text(of number: Double) -> StyledText {
    guard number.isFinite else {
      return StyledText(PlotMark.text(of: number, ascii: ascii), .warning)
    }
    return text(level(of: number))
  }

  /// What each shade stands for, from the most negative to the most positive, with the number in
  /// the middle of its range; shades of a sign that does not occur are left out.
  func scale(hasNegative: Bool, hasPositive: Bool, columns: Int, _ numbers: NumberStyle)
    -> [StyledText]
  {
    let levels = (hasNegative ? -4 : 0)...(hasPositive ? 4 : 0)
    return levels.map { level in
      var item = StyledText()
      for _ in 0..<columns { item += text(level) }
      item.add(" " + numbers.text(greatest * (Double(level) / 4)), .number)
      return item
    }
  }

  /// -4 to 4; 0 for what is less than an eighth of the greatest magnitude.
  private func level(of number: Double) -> Int {
    guard greatest > 0 else { return 0 }
    let level = PlotScale.place(abs(number) / greatest, among: 5)
    return number < 0 ? -level : level
  }

  private func text(_ level: Int) -> StyledText {
    if level == 0 { return StyledText(ascii ? "." : "·", .muted) }
    let signs =
      level < 0
      ? (ascii ? ["~", "-", "=", "%"] : ["┈", "─", "═", "≡"])
      : (ascii ? [":", "+", "*", "#"] : ["░", "▒", "▓", "█"])
    return StyledText(signs[abs(level) - 1], .series(level < 0 ? 1 : 0))
  }
}
