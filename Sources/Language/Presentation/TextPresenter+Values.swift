import Autodiff
import Reporting

/// Values, checks and expectations in words.
extension TextPresenter {
  /// The echo of a definition.
  func document(_ definition: Definition) -> Document {
    var document = Document()
    if let signature = definition.signature {
      document.add(StyledText("\(signature)", .name) + StyledText("  a function", .muted))
    } else if let numbers = definition.numbers {
      let role = definition.role.map { "  \($0.rawValue)" } ?? ""
      document.add(self.document(definition.name, numbers, note: role))
    }
    if definition.nodesOnOldMeaning > 0 {
      let count = definition.nodesOnOldMeaning
      document.add(
        StyledText(
          "'\(definition.name)' is a new node now; \(count == 1 ? "one node" : "\(count) nodes") "
            + "made before keep\(count == 1 ? "s" : "") what '\(definition.name)' was then", .muted),
        indent: 2)
    }
    return document
  }

  /// A value, what it is made from, and what it feeds.
  func document(_ report: ValueReport) -> Document {
    let kept = numbers
    if let digits = report.digits { numbers = NumberStyle(digits: digits) }
    defer { numbers = kept }
    if let text = report.text {
      var document = Document(StyledText(report.name, .name) + "  " + StyledText(text))
      for part in report.parts ?? [] {
        document.add(self.document("\(report.name).\(part.name)", part.numbers))
      }
      return document
    }
    let note = report.role.map { "  \($0.rawValue)" } ?? ""
    var document = document(report.name, report.numbers, note: note)
    if let formula = report.formula {
      let symbolic = formula.text(names)
      var line = StyledText("is ", .muted) + StyledText(symbolic, .formula)
      let numeric = formula.text(substituted)
      if numeric != symbolic { line += StyledText(" = ", .muted) + StyledText(numeric, .formula) }
      document.add(line, indent: 2)
    }
    if !report.feeds.isEmpty {
      // As many as fit on a line, and at least one.
      var most = min(report.feeds.count, 4)
      while most > 1, report.feeds.prefix(most).joined(separator: ", ").count > width - 24 {
        most -= 1
      }
      let others = report.feeds.count - most + report.otherFeeds
      document.add(
        StyledText("feeds ", .muted)
          + StyledText(report.feeds.prefix(most).joined(separator: ", "), .name)
          + StyledText(others > 0 ? " and \(others) more" : "", .muted), indent: 2)
    }
    return document
  }

  /// A name and its numbers: on one line, or the rows of a matrix under one another.
  func document(_ name: String, _ value: Numbers, note: String = "") -> Document {
    var document = Document()
    let title = StyledText(name, .name)
    switch value.shape {
    case .scalar, .vector:
      document.add(title + " = " + StyledText(row(value), .number) + StyledText(note, .muted))
    case .matrix(let rows, let columns):
      document.add(title + " = " + StyledText("\(rows)×\(columns)\(note)", .muted))
      let shownColumns = columnsThatFit(value, rows, columns)
      var table = Table(Array(repeating: .right, count: shownColumns + 1), indent: 2)
      for row in 0..<min(rows, Self.longestColumn) {
        var cells = (0..<shownColumns).map {
          StyledText(number(value.elements[row * columns + $0]), .number)
        }
        if shownColumns < columns { cells.append(StyledText("…", .muted)) }
        table.rows.append(cells)
      }
      document.add(table)
      if rows > Self.longestColumn { document.add(StyledText("… \(rows) rows", .muted), indent: 2) }
    }
    return document
  }

  /// How many columns of a matrix stand side by side on the page.
  private func columnsThatFit(_ value: Numbers, _ rows: Int, _ columns: Int) -> Int {
    var room = width - 6
    for column in 0..<min(columns, Self.longestRow) {
      let widest = (0..<min(rows, Self.longestColumn)).reduce(0) {
        max($0, number(value.elements[$1 * columns + column]).count)
      }
      room -= widest + 2
      if room < 0 { return max(column, 1) }
    }
    return min(columns, Self.longestRow)
  }

  /// The numbers of a scalar or a vector on one line.
  func row(_ value: Numbers) -> String {
    guard value.shape != .scalar else { return value.elements.first.map { number($0) } ?? "" }
    let shown = value.elements.prefix(Self.longestRow).map { number($0) }.joined(separator: ", ")
    let count = value.elements.count
    return "[\(shown)\(count > Self.longestRow ? ", … \(count) elements" : "")]"
  }

  private static var longestRow: Int { 12 }
  private static var longestColumn: Int { 20 }

  /// A gradient check, a row a leaf.
  func document(_ report: CheckReport) -> Document {
    if let sweep = report.sweep { return document(sweep, of: report) }
    var document = Document()
    document.add(
      StyledText("check ", .heading) + StyledText(report.name, .name)
        + StyledText("  the tape against small changes of each leaf", .muted))
    var table = Table([.left, .right, .right, .right, .left], indent: 2)
    table.rows.append(
      ["leaf", "analytic", "numeric", "relative error", ""].map { StyledText($0, .muted) })
    for row in report.rows {
      let isGood = row.verdict == .agrees
      table.rows.append([
        StyledText(row.leaf, .name), StyledText(number(row.analytic), .number),
        StyledText(number(row.numeric), .number),
        StyledText(NumberStyle(digits: 2).text(row.relativeError), .number),
        StyledText(
          Self.words(row.verdict), isGood ? .good : row.verdict == .differs ? .bad : .warning),
      ])
    }
    document.add(table)
    if report.rows.isEmpty { document.add("there is no leaf to change", indent: 2) }
    return document
  }

  private static func words(_ verdict: GradientCheck.Verdict) -> String {
    switch verdict {
    case .agrees: "✓ agrees"
    case .differs: "✗ differs"
    case .kink: "a kink is near: no derivative to compare"
    case .nonFinite: "nan or infinite"
    }
  }

  /// An expectation: right, or wrong and what is so.
  func document(_ report: ExpectReport) -> Document {
    guard !report.holds else {
      return Document(StyledText("✓ ", .good) + StyledText(report.text, .formula))
    }
    var document = Document(StyledText("✗ ", .bad) + StyledText(report.text, .formula))
    let left = report.text.prefix { !"~<>=!".contains($0) }
    let name = left.last == " " ? String(left.dropLast()) : String(left)
    // All digits: what fails may differ only in those that are not shown otherwise.
    let kept = numbers
    numbers = .exact
    defer { numbers = kept }
    document.add(self.document("but \(name)", report.actual))
    return document
  }
}
