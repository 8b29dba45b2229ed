import Autodiff
public import Reporting

/// Entries as pages to read.
extension Reference {
  /// All that is to be said about a word or symbol; nil if there is no such word.
  public static func page(for name: String, typeset: Bool = true, width: Int = 80) -> Document? {
    let found = entries(for: name)
    guard !found.isEmpty else { return nil }
    var document = Document()
    for (index, entry) in found.enumerated() {
      if index > 0 { document.addSpace() }
      document.add(entry.document(typeset: typeset, width: width))
    }
    return document
  }

  /// Every word in a line; `commands` are told at the end.
  public static func overview(commands: [(usage: String, summary: String)]) -> Document {
    var document = Document()
    var families: [String] = []
    for entry in entries where !families.contains(entry.family) { families.append(entry.family) }
    for family in families {
      document.add(StyledText(family, .heading))
      var table = Table(indent: 2)
      for entry in entries where entry.family == family {
        table.rows.append([StyledText(entry.usage, .name), StyledText(entry.summary)])
      }
      document.add(table)
      document.addSpace()
    }
    document.add(StyledText("commands", .heading))
    var table = Table(indent: 2)
    for command in commands {
      table.rows.append([StyledText(command.usage, .name), StyledText(command.summary)])
    }
    document.add(table)
    return document
  }
}

extension ReferenceEntry {
  /// The entry as a page, its example run on the spot.
  func document(typeset: Bool, width: Int) -> Document {
    var document = Document()
    document.add(StyledText(usage, .name) + "  " + StyledText(kind.rawValue, .muted))
    document.add(StyledText(summary), indent: 2)
    if !aliases.isEmpty {
      document.add(StyledText("also called \(aliases.joined(separator: ", "))"), indent: 2)
    }
    document.add(settingsTable)
    document.add(formsTable)
    for note in notes { document.add(StyledText(note), indent: 2) }
    for rule in rules {
      for line in rule.lines(typeset: typeset) { document.add(line, indent: 2) }
    }
    for group in formulas {
      if let condition = group.condition { document.add(StyledText("\(condition):"), indent: 2) }
      for (name, text) in group.texts(typeset: typeset) {
        document.add(
          StyledText(name, .name) + " = " + StyledText(text, .formula),
          indent: group.condition == nil ? 2 : 4)
      }
    }
    if let source { document.add(StyledText("source: \(source)", .muted), indent: 2) }
    guard let example else { return document }
    document.add(StyledText("example", .heading))
    for line in example.split(separator: "\n") {
      document.add(StyledText(String(line), .formula), indent: 2)
    }
    let shown = shownByExample(typeset: typeset, width: width - 2)
    if !shown.blocks.isEmpty { document.add(StyledText("which shows", .heading)) }
    document.add(shown.indented(by: 2))
    return document
  }

  private var settingsTable: Table {
    var table = Table(indent: 2)
    for setting in settings {
      let standard = setting.standard.map { "=\($0)" } ?? ""
      let allowed = setting.allowed.map { StyledText("; \($0)", .muted) } ?? StyledText()
      table.rows.append([
        StyledText(setting.name, .name) + StyledText(standard, .number),
        StyledText(setting.meaning) + allowed,
      ])
    }
    return table
  }

  private var formsTable: Table {
    var table = Table(indent: 2)
    for form in forms {
      table.rows.append([StyledText(form.usage, .formula), StyledText(form.meaning)])
    }
    return table
  }

  /// What the example prints.
  func shownByExample(typeset: Bool, width: Int) -> Document {
    var document = Document()
    let session = Session()
    let presenter = TextPresenter(session, typeset: typeset, width: width)
    _ = session.run(SourceText(name: "<input>", example ?? "")) { event in
      presenter.present(event) { document.add($0) }
    }
    return document
  }
}

extension ReferenceRule {
  /// The rule, a formula a line.
  fileprivate func lines(typeset: Bool) -> [StyledText] {
    var lines: [StyledText] = []
    for (left, right) in formulas(typeset: typeset) {
      lines.append(StyledText(left, .name) + " = " + StyledText(right, .formula))
    }
    if let domain { lines.append(StyledText("defined for \(domain)")) }
    if let kinks { lines.append(StyledText("no derivative at \(kinks)")) }
    return lines
  }

  /// The value and the local derivatives, each as what it is and its formula.
  func formulas(typeset: Bool) -> [(String, String)] {
    let style = FormulaStyle(.names, numbers: .exact, typeset: typeset)
    var formulas = [("y", (definition ?? application).text(style))]
    for (operand, formula) in derivatives {
      let words = formula.map { $0.text(style) } ?? "0, whatever the operands"
      formulas.append(("dy/d\(operand)", words))
    }
    return formulas
  }
}

extension Document {
  /// The document, moved to the right.
  fileprivate func indented(by columns: Int) -> Document {
    var moved = self
    moved.blocks = blocks.map { block in
      switch block {
      case .line(let line, let indent): return .line(line, indent: indent + columns)
      case .table(var table):
        table.indent += columns
        return .table(table)
      case .paragraph(var paragraph):
        let spaces = StyledText(String(repeating: " ", count: columns))
        (paragraph.first, paragraph.rest) = (spaces + paragraph.first, spaces + paragraph.rest)
        return .paragraph(paragraph)
      }
    }
    return moved
  }
}
