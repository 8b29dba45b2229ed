import Autodiff
import Reporting

/// Differences of many sizes in words: a table that is its own picture.
extension TextPresenter {
  /// The errors at which the picture of them goes on to the next column.
  private static var powers: [Double] {
    [
      1e-16, 1e-15, 1e-14, 1e-13, 1e-12, 1e-11, 1e-10, 1e-9, 1e-8, 1e-7, 1e-6, 1e-5, 1e-4, 1e-3,
      1e-2, 0.1, 1,
    ]
  }

  /// How a difference errs, an h a row; the marks show the error, each column a power of ten.
  func document(_ sweep: CheckReport.Sweep, of report: CheckReport) -> Document {
    let differences = sweep.differences
    let leaf = report.rows.first?.leaf ?? ""
    let name = derivative(of: report.name, by: leaf)
    var document = Document(sentence(sweep, name))
    if let note = note(sweep) { document.add(StyledText(note, .muted)) }
    var table = Table([.right, .right, .right, .left, .left], indent: 2)
    let arrow = typeset ? "→" : "->"
    // Only a short name is written like a function.
    let (f, w) = (isShortName(report.name) ? report.name : "f", isShortName(leaf) ? leaf : "w")
    table.rows.append(
      [
        "h", "(\(f)(\(w)+h)-\(f)(\(w)-h))/2h", "error", "small \(arrow) large error",
        "it comes from",
      ].map { StyledText($0, .muted) })
    for (place, row) in differences.rows.enumerated() {
      let isBest = place == differences.best
      table.rows.append([
        StyledText(short(row.h), isBest ? .good : .number),
        StyledText(NumberStyle(digits: 10).text(row.numeric), .number),
        StyledText(short(row.error), isBest ? .good : .number),
        picture(row, isBest: isBest),
        StyledText(
          words(row.rule, sweep.kinks[place]) + (isBest ? "  best" : ""),
          row.rule == .kink || row.rule == .nonFinite ? .warning : isBest ? .good : .muted),
      ])
    }
    document.add(table)
    return document
  }

  private func isShortName(_ text: String) -> Bool {
    !text.isEmpty && text.count <= 3 && text.allSatisfy { $0.isLetter || $0.isNumber }
  }

  private func sentence(_ sweep: CheckReport.Sweep, _ name: String) -> StyledText {
    let differences = sweep.differences
    let gradient =
      StyledText(name, .name) + " = " + StyledText(number(differences.analytic), .number)
    guard let best = differences.best else {
      let isFinite = differences.rows.contains { $0.rule == .kink }
      let node = isFinite ? sweep.kinks.compactMap(\.self).last : nil
      return gradient
        + StyledText(
          node.map { ": '\($0)' has a kink right here, so no h finds a slope" }
            ?? ": every difference is nan or infinite", .warning)
    }
    let row = differences.rows[best]
    if row.relativeError > GradientCheck.tolerance {
      return gradient
        + StyledText(
          ": no h comes nearer than \(short(row.error)), so the two differ", .bad)
    }
    return gradient + ": the best h is " + StyledText(short(row.h), .good)
      + StyledText(
        row.error == 0
          ? ", where the difference is the same number"
          : ", where the difference errs by \(short(row.error))")
  }

  private func note(_ sweep: CheckReport.Sweep) -> String? {
    let rows = sweep.differences.rows
    let kinks = rows.filter { $0.rule == .kink }
    if let smallest = kinks.last, sweep.differences.best != nil {
      let place = rows.firstIndex { $0.h == smallest.h } ?? 0
      return "from h = \(short(smallest.h)) up, '\(sweep.kinks[place] ?? "")' has a kink within "
        + "±h: two slopes mixed".asciiUnless(typeset)
    }
    let isBent = rows.contains { $0.rule == .truncation }
    guard sweep.differences.best != nil else { return nil }
    return isBent
      ? "a larger h errs by the bend of the function, a smaller one by rounding"
      : "nothing bends here, so a larger h errs no more; a smaller one errs by rounding"
  }

  private func words(_ rule: DifferenceSweep.Rule, _ kink: String?) -> String {
    switch rule {
    case .truncation: typeset ? "bend, ~h²" : "bend, ~h^2"
    case .roundOff: typeset ? "rounding, ~ε/h" : "rounding, ~eps/h"
    case .exact: "no error"
    case .kink: "kink of \(kink ?? "")"
    case .nonFinite: "nan or infinite"
    }
  }

  /// A mark that stands the farther to the right the larger the error is.
  private func picture(_ row: DifferenceSweep.Row, isBest: Bool) -> StyledText {
    guard row.error.isFinite, row.error > 0 else {
      return StyledText(row.error == 0 ? (typeset ? "●" : "o") : "", isBest ? .good : .number)
    }
    // A column for each power of ten; what is nearly one counts as that one.
    let column = Self.powers.count { $0 <= row.error * 1.001 }
    return StyledText(String(repeating: typeset ? "·" : ".", count: column), .muted)
      + StyledText(typeset ? "●" : "o", isBest ? .good : row.rule == .kink ? .warning : .number)
  }

  private func short(_ value: Double) -> String {
    let text = NumberStyle(digits: 2).text(value)
    return typeset ? text.withMinusSigns : text
  }
}

extension String {
  fileprivate func asciiUnless(_ typeset: Bool) -> String {
    typeset ? self : replacing("±", with: "+-")
  }
}
