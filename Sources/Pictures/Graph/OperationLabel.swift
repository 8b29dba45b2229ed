import Autodiff
import Reporting

extension Graph {
  /// The most operands of an operation whose constants are written into its label.
  private static let widestLabel = 3

  /// Whether the unnamed constants among a node's operands are written into its label rather than
  /// drawn as boxes.
  func writesConstantsInLabel(of node: NodeID) -> Bool {
    operands(of: node).count <= Graph.widestLabel
  }

  /// A node's operation as a picture names it, with the constants among its operands: `tanh`, `*`,
  /// `^ 2`, `1 -`, `max(0, …)`; nil for a leaf or a constant.
  func operationLabel(of node: NodeID) -> String? {
    guard let operation = operation(of: node) else { return nil }
    let operands = operands(of: node)
    let constants = operands.map { operand -> Double? in
      isUnnamedConstant(operand) ? value(of: operand) : nil
    }
    let writesConstants = writesConstantsInLabel(of: node) && constants.contains { $0 != nil }
    switch operation.notation {
    case .infix(let symbol, _):
      return (constants.prefix(1).map(text) + [symbol] + constants.dropFirst().map(text))
        .filter { !$0.isEmpty }.joined(separator: " ")
    case .prefix(let symbol, _):
      return writesConstants ? symbol + constants.map(text).joined() : symbol
    case .call:
      let isPlain = settings(of: node) == operation.defaultSettings || settings(of: node) == .none
      guard writesConstants || !isPlain, let formula = application(of: node),
        case .application(let id, _, let settings) = formula.tree
      else { return operation.word }
      let parts = constants.map { constant in
        constant.map { Formula($0) } ?? Formula("…")
      }
      return Formula(id, writesConstants ? parts : [Formula("…")], settings)
        .text(FormulaStyle(.names, numbers: .exact, typeset: false))
    }
  }

  private func text(_ constant: Double?) -> String {
    constant.map(NumberStyle.exact.text) ?? ""
  }
}
