import Autodiff
import Reporting

/// Formulas that belong together; each may use what the lines above it have named.
struct FormulaGroup: Sendable {
  /// A line of it: a name, and what it stands for.
  typealias Line = (name: String, formula: Formula)

  /// When they hold; nil if always.
  var condition: String?
  /// The lines, from top to bottom.
  var lines: [Line]

  init(_ condition: String? = nil, _ lines: [Line]) {
    self.condition = condition
    self.lines = lines
  }

  init(_ lines: [Line]) {
    self.init(nil, lines)
  }

  /// The lines as text, typeset for a person or as the language reads it.
  func texts(typeset: Bool) -> [(name: String, text: String)] {
    let style = FormulaStyle(.names, typeset: typeset)
    return lines.map { ($0.name, $0.formula.text(style)) }
  }

  /// The lines that another group does not have.
  func changes(to other: FormulaGroup) -> [Line] {
    let known = Set(texts(typeset: true).map { "\($0.name) = \($0.text)" })
    return zip(other.lines, other.texts(typeset: true))
      .filter { !known.contains("\($0.1.name) = \($0.1.text)") }.map(\.0)
  }
}
