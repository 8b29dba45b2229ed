import Reporting

extension NumberStyle {
  /// This style with as many more digits as it takes to tell two different numbers apart.
  func tellingApart(_ first: Double, _ second: Double) -> NumberStyle {
    var style = self
    while style.digits < 17, style.text(first) == style.text(second) { style.digits += 1 }
    return style
  }
}
