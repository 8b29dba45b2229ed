import Autodiff
import Reporting

/// Entries of functions and symbols.
extension Reference {
  static let functions: [ReferenceEntry] =
    operatorFunctions
    + entries(of: Builtins.layers, family: "layers as functions")
    + entries(of: Builtins.data, family: "data sets")
    + entries(of: Builtins.shapes, family: "arranging vectors and matrices")
    + entries(of: Builtins.derivatives, family: "derivatives")
    + entries(of: Builtins.generators, family: "numbers from nothing")
    + entries(of: Builtins.choices, family: "choices for a search")

  /// The operators that are called by name, in the order of how many numbers they take.
  private static let operatorFunctions: [ReferenceEntry] = {
    let called = Builtins.operators.compactMap { builtin -> (ReferenceEntry, Int)? in
      // Another name of the same operator is told there.
      guard let id = builtin.operation, Operators[id].name == builtin.name,
        case .call = Operators[id].notation
      else { return nil }
      let place = place(of: Operators[id])
      return (entry(builtin, id, family: families[place]), place)
    }
    return families.indices.flatMap { place in called.filter { $0.1 == place }.map(\.0) }
  }()

  private static let families = [
    "functions of one number", "functions of two or three numbers", "functions of a vector",
    "functions of each row",
  ]

  private static func place(of operation: Operator) -> Int {
    switch operation.arrangement {
    case .elementwise(1): 0
    case .elementwise: 1
    case .pair, .all, .row: 2
    case .elementOfRow: 3
    }
  }

  private static func entries(of builtins: [Builtin], family: String) -> [ReferenceEntry] {
    builtins.map { builtin in
      ReferenceEntry(
        kind: .function, name: builtin.name, usage: usage(of: builtin), summary: builtin.summary,
        family: family, settings: settings(of: builtin),
        forms: (forms[builtin.name] ?? []).map { ReferenceEntry.Form(usage: $0, meaning: $1) },
        formulas: formulas(of: builtin), source: LayerKind.named(builtin.name)?.source,
        example: examples[builtin.name])
    }
  }

  /// What a function that is a layer computes.
  private static func formulas(of builtin: Builtin) -> [FormulaGroup] {
    LayerKind.named(builtin.name)?.formulas() ?? []
  }

  /// How a function is called, with all that may be named.
  private static func usage(of builtin: Builtin) -> String {
    let options = builtin.options.map { "\($0.name)=" }
    guard !options.isEmpty else { return builtin.signature }
    return builtin.signature.dropLast() + ", " + options.joined(separator: ", ") + ")"
  }

  static func settings(of builtin: Builtin) -> [ReferenceEntry.Setting] {
    builtin.settings.map { ReferenceEntry.Setting($0) }
      + builtin.options.map { ReferenceEntry.Setting(name: $0.name, meaning: $0.meaning) }
  }

  private static func entry(_ builtin: Builtin, _ id: OperatorID, family: String)
    -> ReferenceEntry
  {
    let candidates = Operators.candidates(named: builtin.name)
    return ReferenceEntry(
      kind: .function, name: builtin.name, usage: builtin.signature, summary: builtin.summary,
      family: family, aliases: Operators[id].aliases, settings: settings(of: builtin),
      rules: candidates.map { ReferenceRule($0, operands: operands(of: Operators[$0])) },
      example: example(of: Operators[id], named: builtin.name))
  }

  /// What stands for the operands in a formula.
  static func operands(of operation: Operator) -> [String] {
    switch operation.arrangement {
    case .elementwise(1): ["x"]
    case .elementwise(2): ["a", "b"]
    case .elementwise(3): ["c", "a", "b"]
    case .elementwise(let count): (1...max(count, 1)).map { "x\($0)" }
    case .pair: ["a[1]", "a[2]", "b[1]", "b[2]"]
    case .all, .row, .elementOfRow: ["x[1]", "x[2]", "x[3]"]
    }
  }

  /// The symbols, the loosest first, as the parser reads them.
  static let symbols: [ReferenceEntry] = {
    var symbols: [(Notation.Precedence, ReferenceEntry)] = []
    for operation in Operators.all {
      switch operation.notation {
      case .call: continue
      case .infix(let symbol, let precedence):
        symbols.append((precedence, entry(operation, symbol, "a \(symbol) b")))
      case .prefix(let symbol, let precedence):
        symbols.append((precedence, entry(operation, symbol, "\(symbol)x")))
      }
    }
    for (symbol, entry) in InfixTable.entries {
      let summary: String
      switch entry.meaning {
      case .operation: continue
      case .matrixProduct: summary = "the matrix product"
      case .approximately: summary = "1 where |a - b| is at most 1e-6 times max(1, |b|), else 0"
      }
      let usage = "a \(symbol.rawValue) b"
      symbols.append(
        (
          entry.precedence,
          ReferenceEntry(
            kind: .symbol, name: symbol.rawValue, usage: usage, summary: summary,
            family: symbolFamily, example: examples[symbol.rawValue])
        ))
    }
    return Notation.Precedence.allCases.flatMap { precedence in
      symbols.filter { $0.0 == precedence }.map(\.1)
    }
  }()

  private static let symbolFamily = "symbols, from the loosest to the tightest"

  private static func entry(_ operation: Operator, _ symbol: String, _ usage: String)
    -> ReferenceEntry
  {
    let id = Operators.named(operation.name)
    return ReferenceEntry(
      kind: .symbol, name: symbol, usage: usage, summary: operation.summary,
      family: symbolFamily,
      aliases: [operation.name] + operation.aliases,
      rules: id.map { [ReferenceRule($0, operands: operands(of: operation))] } ?? [],
      example: example(of: operation, named: operation.name))
  }
}
