import Autodiff

/// What the symbols between operands mean and how tightly they hold, from the operators themselves.
enum InfixTable {
  /// What a symbol does.
  enum Meaning: Sendable {
    /// An operator, element by element.
    case operation(OperatorID)
    /// The product of matrices.
    case matrixProduct
    /// Equality within a tolerance.
    case approximately
  }

  /// The meaning and the precedence of each symbol.
  static let entries: [Symbol: (meaning: Meaning, precedence: Notation.Precedence)] = {
    var table: [Symbol: (meaning: Meaning, precedence: Notation.Precedence)] = [
      .matrixProduct: (.matrixProduct, .multiplication),
      .approximately: (.approximately, .comparison),
    ]
    for operation in Operators.all {
      guard case .infix(let text, let precedence) = operation.notation,
        let symbol = Symbol(rawValue: text), let id = Operators.named(operation.name)
      else { continue }
      table[symbol] = (.operation(id), precedence)
    }
    return table
  }()

  /// The precedence of a symbol that stands between operands; nil for any other.
  static func precedence(of symbol: Symbol) -> Notation.Precedence? {
    entries[symbol]?.precedence
  }
}
