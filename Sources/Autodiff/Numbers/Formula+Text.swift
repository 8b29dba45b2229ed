public import Reporting

/// How a formula is put into words.
public struct FormulaStyle: Sendable {
  /// What stands for a variable.
  public enum Variables: Sendable {
    /// Its name.
    case names
    /// Its number.
    case numbers
  }

  /// What stands for a variable.
  public var variables: Variables
  /// How numbers are written.
  public var numbers: NumberStyle
  /// True for `1 − y²`, false for `1 - y^2`, which the language reads.
  public var typeset: Bool

  /// A style from its parts.
  public init(_ variables: Variables, numbers: NumberStyle = NumberStyle(), typeset: Bool = true) {
    self.variables = variables
    self.numbers = numbers
    self.typeset = typeset
  }
}

extension Formula {
  /// The formula in words.
  public func text(_ style: FormulaStyle) -> String {
    Writer(style: style).write(tree).text
  }

  /// The formula in words, in parentheses if it would be misread beside a tighter operator.
  public func text(_ style: FormulaStyle, inside precedence: Notation.Precedence) -> String {
    let written = Writer(style: style).write(tree)
    return written.precedence < precedence ? "(\(written.text))" : written.text
  }

  /// Writes a tree; each part comes with how tightly it holds together.
  private struct Writer {
    let style: FormulaStyle

    typealias Part = (text: String, precedence: Notation.Precedence)

    /// The most operands of one call that are written out; the rest become an ellipsis.
    private static let operandLimit = 6

    func write(_ tree: Tree) -> Part {
      switch tree {
      case .variable(let name, let number):
        if style.variables == .numbers, let number { return self.number(number) }
        return (name, Writer.isAtom(name) ? .atom : .comparison)
      case .quantity(let expression, let number):
        return style.variables == .numbers ? self.number(number) : write(expression)
      case .constant(let number):
        return self.number(number)
      case .application(let id, let operands, let settings):
        return application(Operators[id], operands, settings)
      case .branches(let condition, let yes, let no):
        return (
          "\(write(yes).text) if \(write(condition).text), else \(write(no).text)", .comparison
        )
      }
    }

    private func application(_ operation: Operator, _ operands: [Tree], _ settings: Settings)
      -> Part
    {
      switch operation.notation {
      case .infix("^", _) where style.typeset:
        if case .constant(let exponent) = operands[1], let raised = Writer.superscript(exponent) {
          return (wrapped(operands[0], below: .atom) + raised, .power)
        }
        return infix("^", .power, operands)
      case .infix(let symbol, let precedence):
        return infix(symbol, precedence, operands)
      case .prefix(let symbol, let precedence):
        return (
          (style.typeset && symbol == "-" ? "−" : symbol)
            + wrapped(operands[0], below: precedence.tighter), precedence
        )
      case .call:
        return (operation.name + "(" + arguments(operation, operands, settings) + ")", .atom)
      }
    }

    private func infix(_ symbol: String, _ precedence: Notation.Precedence, _ operands: [Tree])
      -> Part
    {
      let leftTight = precedence == .power ? Notation.Precedence.atom : precedence
      let rightTight = precedence == .power ? precedence : precedence.tighter
      let left = wrapped(operands[0], below: leftTight)
      let right = wrapped(operands[1], below: rightTight)
      return (left + spaced(symbol) + right, precedence)
    }

    private func spaced(_ symbol: String) -> String {
      switch symbol {
      case "*": style.typeset ? "·" : "*"
      case "/", "^": symbol
      case "-": style.typeset ? " − " : " - "
      case "<=" where style.typeset: " ≤ "
      case ">=" where style.typeset: " ≥ "
      case "!=" where style.typeset: " ≠ "
      default: " \(symbol) "
      }
    }

    private func arguments(_ operation: Operator, _ operands: [Tree], _ settings: Settings)
      -> String
    {
      var parts = operands.map { write($0).text }
      if parts.count > Writer.operandLimit {
        parts.replaceSubrange(Writer.operandLimit / 2..<(parts.count - 1), with: ["…"])
      }
      if operation.operandCount.upperBound > 3 {
        parts = ["[" + parts.joined(separator: ", ") + "]"]
      }
      for (setting, value) in zip(operation.settings, settings.values)
      where value != setting.standard {
        let text =
          setting.words.isEmpty
          ? style.numbers.text(value) : "\"\(setting.words[Int(exactly: value) ?? 0])\""
        parts.append("\(setting.name)=\(text)")
      }
      return parts.joined(separator: ", ")
    }

    private func wrapped(_ tree: Tree, below precedence: Notation.Precedence) -> String {
      let part = write(tree)
      return part.precedence < precedence ? "(\(part.text))" : part.text
    }

    private func number(_ number: Double) -> Part {
      let text = style.numbers.text(number)
      let isNegative = number.sign == .minus && !number.isNaN
      let hasExponent = text.contains("e")
      let written = style.typeset ? text.replacing("-", with: "−") : text
      return (written, isNegative ? .comparison : hasExponent ? .power : .atom)
    }

    private static func isAtom(_ name: String) -> Bool {
      name.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || $0.properties.numericType != nil
          || "_.·[],′".unicodeScalars.contains($0)
      }
    }

    /// A whole number of up to two digits as a superscript.
    private static func superscript(_ exponent: Double) -> String? {
      guard let whole = Int(exactly: exponent), (2...99).contains(whole) else { return nil }
      let digits = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
      return String(String(whole).compactMap { $0.wholeNumberValue.map { digits[$0] } })
    }
  }
}
