import Reporting

/// Two things side by side, in words.
extension TextPresenter {
  /// The most rows that are shown.
  private static let mostRows = 16

  func document(_ report: ComparisonReport) -> Document {
    var document = Document(StyledText(words(report.summary)))
    var table = Table([.left], indent: 2)
    table.alignments += Array(repeating: .right, count: 2 * report.quantities.count)
    table.rows.append(
      [StyledText("")]
        + report.quantities.enumerated().flatMap { index, quantity in
          report.heads(of: index).enumerated().map { place, head in
            StyledText(place == 0 ? "\(quantity): \(head)" : head, .muted)
          }
        })
    let shown = rows(of: report)
    // A mark on every row would mark nothing.
    let hasMarks = !shown.allSatisfy(\.isMarked)
    for row in shown {
      table.rows.append(
        [StyledText(row.name, .name)]
          + row.pairs.flatMap { pair in
            [pair.left, pair.right].map { value in
              StyledText(
                value.map { words(NumberStyle(digits: 4).text($0)) } ?? "",
                pair.differs ? .warning : .number)
            }
          } + [StyledText(hasMarks && row.isMarked ? (typeset ? "≠" : "!=") : "", .muted)])
    }
    document.add(table)
    let left = report.rows.count - shown.count
    if left > 0 {
      document.add(StyledText("… \(left) more rows are not shown here", .muted), indent: 2)
    }
    add(report.factors, to: &document)
    return document
  }

  /// The most factors that are written out.
  private static let mostFactors = 3

  /// The factors that differ, with their rules where these are short.
  private func add(_ factors: [ComparisonReport.Factor], to document: inout Document) {
    for factor in factors.prefix(Self.mostFactors) {
      let sides = zip(factor.rules, [factor.pair.left, factor.pair.right]).map { rule, number in
        let value = number.map { words(NumberStyle(digits: 4).text($0)) } ?? ""
        return rule == value || rule.count > 26 ? value : "\(words(rule)) = \(value)"
      }
      document.add(
        StyledText("the factor that differs: ", .muted) + StyledText(factor.name, .name)
          + StyledText(", " + sides.joined(separator: " against "), .formula), indent: 2)
    }
    let left = factors.count - Self.mostFactors
    if left > 0 { document.add(StyledText("and \(left) more", .muted), indent: 2) }
  }

  /// The rows that are shown: all of a few, of many some at even distances and the last.
  private func rows(of report: ComparisonReport) -> [ComparisonReport.Row] {
    let count = report.rows.count
    guard count > Self.mostRows else { return report.rows }
    return (0..<Self.mostRows).map { report.rows[$0 * (count - 1) / (Self.mostRows - 1)] }
  }
}
