import Autodiff
import Reporting

/// The forward pass in words: a step a node, with its formula and the numbers in.
struct ForwardText {
  private let pass: Pass
  private let presenter: TextPresenter
  let folding: Folding

  init(_ pass: Pass, _ presenter: TextPresenter) {
    self.pass = pass
    self.presenter = presenter
    folding = Folding(pass.tape, in: pass.graph, isUnfolded: pass.isUnfolded)
  }

  func write(_ write: (Document) -> Void) {
    presenter.write(
      pass, "forward", "from the leaves to the result", of: folding.forwardNodes,
      step: { step($0, $1) }, write)
    write(
      presenter.document(
        pass.name, Numbers(shape: .scalar, elements: [pass.tape.value(of: pass.tape.output)])))
  }

  /// One step: what is computed, with names and with numbers; the result may be kept back.
  func step(_ position: Int, _ node: NodeID, hidesResult: Bool = false) -> Document {
    let formula = folding.definition(of: node, pass.tape, in: pass.graph)
    let numeric = formula.text(presenter.substituted)
    let value = presenter.number(pass.tape.value(of: node))
    var document = Document(presenter.head(position, node, is: formula, in: pass.graph))
    var line = StyledText("= ", .muted)
    if numeric != value { line += StyledText(numeric, .formula) + StyledText(" = ", .muted) }
    line += hidesResult ? StyledText("?", .heading) : StyledText(value, .number)
    if folding.isKink(node, pass.tape, in: pass.graph) {
      line += StyledText("  at a kink", .warning)
    }
    document.add(line, indent: 5)
    if pass.isUnfolded, !hidesResult { document.add(terms(of: node)) }
    return document
  }

  /// The products of a weighted sum, each with the sum so far.
  private func terms(of node: NodeID) -> Table {
    var table = Table([.left, .left, .left], indent: 7)
    for term in pass.tape.terms(of: node, in: pass.graph) {
      let numeric = term.formula.text(presenter.substituted)
      let value = presenter.number(term.value)
      table.rows.append([
        StyledText(term.formula.text(presenter.names), .formula),
        StyledText("= ", .muted)
          + StyledText(numeric == value ? value : "\(numeric) = \(value)", .formula),
        StyledText("sum ", .muted) + StyledText(presenter.number(term.sum), .number),
      ])
    }
    return table
  }
}
