import Reporting

/// Short items, such as those of a legend, set one after another.
enum FlowedItems {
  /// The items in lines of at most `width` columns, three spaces apart, none of them broken.
  static func lines(_ items: [StyledText], width: Int, indent: Int = 0) -> [StyledText] {
    let margin = StyledText(String(repeating: " ", count: indent))
    var lines: [StyledText] = []
    for item in items where !item.spans.isEmpty {
      if let last = lines.last, last.columns + 3 + item.columns <= width {
        lines[lines.count - 1] += StyledText("   ") + item
      } else {
        lines.append(margin + item)
      }
    }
    return lines
  }
}
