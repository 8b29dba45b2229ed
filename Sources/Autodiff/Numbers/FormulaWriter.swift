import Reporting

/// Writes a formula's tree as text, typeset for a person or as the language reads it.
struct FormulaWriter {
  let style: FormulaStyle

  /// A part of the text, with how tightly it holds together.
  struct Part {
    let text: String
    let precedence: Notation.Precedence

    init(_ text: String, _ precedence: Notation.Precedence) {
      self.text = text
      self.precedence = precedence
    }

    func wrapped(below limit: Notation.Precedence) -> String {
      precedence < limit ? "(\(text))" : text
    }

    /// As the right operand of a symbol, where a sign would run into it.
    func wrappedAsRight(below limit: Notation.Precedence) -> String {
      text.hasPrefix("−") || text.hasPrefix("-") ? "(\(text))" : wrapped(below: limit)
    }
  }

  /// The most operands of one call that a typeset formula writes out.
  static let operandLimit = 6
  /// How many operations deep a formula is written out; no rule is, but their operands may be.
  private static let depthLimit = 100

  func write(_ tree: Formula.Tree, depth: Int = 0) -> Part {
    guard depth < FormulaWriter.depthLimit else { return Part("…", .atom) }
    switch tree {
    case .variable(let name, let number):
      if style.variables == .numbers, let number { return self.number(number, sign: .addition) }
      return Part(name, FormulaWriter.precedence(of: name))
    case .quantity(let expression, let number):
      if style.variables == .numbers { return self.number(number, sign: .addition) }
      return write(expression, depth: depth + 1)
    case .constant(let number):
      return self.number(number, sign: .sign)
    case .named(let name, let number):
      return style.typeset ? Part(name, .atom) : self.number(number, sign: .sign)
    case .application(let id, let operands, let settings):
      return application(Operators[id], operands, settings, depth + 1)
    case .branches(let condition, let yes, let no):
      let parts = [condition, yes, no].map { write($0, depth: depth + 1) }
      guard style.typeset else {
        return Part("where(" + parts.map(\.text).joined(separator: ", ") + ")", .atom)
      }
      let first = if case .branches = yes { "(\(parts[1].text))" } else { parts[1].text }
      return Part("\(first) if \(parts[0].text), else \(parts[2].text)", .comparison)
    }
  }

  private func application(
    _ operation: Operator, _ operands: [Formula.Tree], _ settings: Settings, _ depth: Int
  ) -> Part {
    switch operation.notation {
    case .infix("^", _):
      return power(operands, depth)
    case .infix(let symbol, let precedence):
      let (left, right) = (write(operands[0], depth: depth), write(operands[1], depth: depth))
      let second =
        precedence == .comparison
        ? right.wrapped(below: .addition) : right.wrappedAsRight(below: precedence.tighter)
      let first = left.wrapped(below: precedence == .comparison ? .addition : precedence)
      return Part(first + spaced(symbol) + second, precedence)
    case .prefix(let symbol, let precedence):
      let operand = write(operands[0], depth: depth)
      return Part(
        (style.typeset && symbol == "-" ? "−" : symbol)
          + operand.wrappedAsRight(below: precedence.tighter), precedence)
    case .call:
      return call(operation, operands, settings, depth)
    }
  }

  private func power(_ operands: [Formula.Tree], _ depth: Int) -> Part {
    let base = write(operands[0], depth: depth).wrapped(below: .atom)
    if style.typeset, case .constant(let exponent) = operands[1],
      let raised = FormulaWriter.superscript(exponent)
    {
      return Part(base + raised, .power)
    }
    let exponent = write(operands[1], depth: depth)
    return Part(base + "^" + exponent.wrappedAsRight(below: .power), .power)
  }
}

extension FormulaWriter {
  func spaced(_ symbol: String) -> String {
    switch symbol {
    case "*": style.typeset ? "·" : "*"
    case "/": symbol
    case "-": style.typeset ? " − " : " - "
    case "<=" where style.typeset: " ≤ "
    case ">=" where style.typeset: " ≥ "
    case "!=" where style.typeset: " ≠ "
    default: " \(symbol) "
    }
  }

  /// A number; a negative one holds together as its sign does, or more loosely, so that a number
  /// put in the place of a name stands in parentheses.
  func number(_ number: Double, sign: Notation.Precedence) -> Part {
    let text = style.numbers.text(number)
    if number.sign == .minus, !number.isNaN {
      return Part(style.typeset ? text.withMinusSigns : text, sign)
    }
    return Part(
      style.typeset ? text.withMinusSigns : text, text.contains("e") ? .power : .atom)
  }

  /// How tightly a name holds together: the dot of `h·3` must not be read as a product.
  private static func precedence(of name: String) -> Notation.Precedence {
    let isWord = name.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || $0.properties.numericType != nil
        || $0.properties.generalCategory == .nonspacingMark
        || "_.·[],′".unicodeScalars.contains($0)
    }
    if !isWord { return .comparison }
    return name.unicodeScalars.contains("·") ? .addition : .atom
  }

  /// A whole number of up to two digits as a superscript.
  private static func superscript(_ exponent: Double) -> String? {
    guard let whole = Int(exactly: exponent), (2...99).contains(abs(whole)) else { return nil }
    let digits = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
    return (whole < 0 ? "⁻" : "")
      + String(String(whole).compactMap { $0.wholeNumberValue.map { digits[$0] } })
  }
}
