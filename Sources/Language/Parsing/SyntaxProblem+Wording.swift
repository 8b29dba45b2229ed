import Reporting

extension SyntaxProblem {
  /// Characters that look like one of ours.
  static let lookalikes: [String: String] = [
    "−": "-", "–": "-", "—": "-", "×": "*", "·": "*", "∙": "*", "÷": "/", "≤": "<=", "≥": ">=",
    "≠": "!=", "≈": "~", "→": "->", "…": "..", "“": "\"", "”": "\"", "„": "\"", "‘": "\"",
    "’": "\"", "、": ",", "。": ".", "「": "\"", "」": "\"", "《": "(", "》": ")", "【": "[",
    "】": "]", "\u{3000}": " ", "\u{A0}": " ", "²": "^2", "³": "^3", "√": "sqrt",
  ]

  /// The sentence for a problem at a place.
  func diagnostic(at range: SourceRange) -> Diagnostic {
    switch self {
    case .invalidUTF8(let byte):
      return Diagnostic(
        "invalid-utf8", "this byte is not UTF-8: 0x\(String(byte, radix: 16, uppercase: true))",
        at: range, notes: ["save the file as UTF-8"])
    case .unknownCharacter(let character):
      return SyntaxProblem.unknownCharacter(character, at: range)
    case .foreignSymbol(let symbol, let remedy):
      let hint = remedy.ours.map { "; write '\($0)'" } ?? ""
      return Diagnostic(
        "unknown-symbol", "'\(symbol)' is not part of the language\(hint)", at: range,
        notes: remedy.note.map { [$0] } ?? [],
        fixes: remedy.ours.map {
          [Diagnostic.Fix("write '\($0)'", replacing: range, with: $0)]
        } ?? [])
    case .nonFiniteData(let word):
      return Diagnostic(
        "non-finite-data", "data are finite numbers, not '\(word)'", at: range,
        notes: ["leave the row out, or write a number in its place"])
    case .foreignWord(let word, let remedy):
      return Diagnostic(
        "unknown-word", "'\(word)' is not part of the language", at: range, notes: [remedy])
    case .singleQuotes(let text):
      return Diagnostic(
        "unknown-symbol", "text stands in double quotes", at: range,
        fixes: [Diagnostic.Fix("write \"\(text)\"", replacing: range, with: "\"\(text)\"")])
    case .unknownVerb(let word, let verb):
      return Diagnostic(
        "unknown-verb", "there is no verb '\(word)'; did you mean '\(verb)'?", at: range,
        fixes: [Diagnostic.Fix("write '\(verb)'", replacing: range, with: verb)])
    case .unclosedString:
      return Diagnostic(
        "unclosed-text", "this text has no closing '\"' on its line", at: range)
    case .numberEndsInDot(let whole):
      return Diagnostic(
        "bad-number", "a number never ends in a dot", at: range,
        fixes: [Diagnostic.Fix("write '\(whole).0'", replacing: range, with: "\(whole).0")])
    case .badNumber(let written, let number):
      return SyntaxProblem.badNumber(written, number, at: range)
    case .numberTooLarge(let written):
      return Diagnostic(
        .warning, "number-too-large", "'\(written)' is too large for a double and becomes inf",
        at: range, notes: ["the largest double is about 1.8e308; write 'inf' if you mean infinity"])
    case .expected(let expected, let found):
      return Diagnostic("syntax", "expected \(expected), found \(found)", at: range)
    case .expectedName(let word, let found):
      return Diagnostic("syntax", "expected a name after '\(word)', found \(found)", at: range)
    case .operandMissing(let symbol, let found):
      return Diagnostic(
        "missing-operand", "expected a value after '\(symbol)', found \(found)", at: range)
    case .missingOperator(let left, let right, let gap):
      return Diagnostic(
        "missing-operator", "expected an operator between '\(left)' and '\(right)'", at: range,
        fixes: [Diagnostic.Fix("for a product write '*'", replacing: gap, with: "*")])
    case .missingParentheses(let function, let operand):
      return Diagnostic(
        "missing-parentheses", "a function takes its values in parentheses", at: range,
        notes: ["write '\(function)(\(operand))'"])
    case .severalNames:
      return Diagnostic(
        "several-names", "one name is given a value at a time", at: range,
        notes: ["write x = 1; y = 2"])
    case .severalValues:
      return Diagnostic(
        "several-values", "expected the end of the statement, found ','", at: range,
        notes: ["a list is written [1, 2], a decimal 1.5; digits are grouped by '_', as in 1_000"])
    case .commaInParentheses(let verb):
      return Diagnostic(
        "comma-in-parentheses",
        verb.map { "'\($0)' takes its values without parentheses" }
          ?? "parentheses hold one value", at: range,
        notes: [verb.map { "write '\($0) a, b'" } ?? "a list is written [1, 2]"])
    case .elementAssigned(let start):
      return Diagnostic(
        "unexpected-equals", "only whole names are defined by '='", at: range,
        fixes: [
          Diagnostic.Fix(
            "to change an element of a leaf write 'set'", replacing: start, with: "set ")
        ])
    case .secondEquals:
      return Diagnostic(
        "unexpected-equals", "one '=' is enough", at: range,
        fixes: [Diagnostic.Fix("leave out this '='", replacing: range, with: "")])
    case .missingComma:
      return Diagnostic(
        "missing-comma", "expected ',' between the elements", at: range,
        fixes: [
          Diagnostic.Fix(
            "write ','", replacing: SourceRange(start: range.start, end: range.start), with: ", ")
        ])
    case .signTouchesNumber(let left, let right, let sign):
      return Diagnostic(
        "ambiguous-sign",
        "is this one element, '\(left) \(sign) \(right)', or two, '\(left), \(sign)\(right)'?",
        at: range,
        fixes: [
          Diagnostic.Fix("two elements: write ', \(sign)'", replacing: range, with: ", \(sign)"),
          Diagnostic.Fix(
            "one element: put a space after the sign", replacing: range, with: "\(sign) "),
        ])
    case .comparisonChain:
      return Diagnostic(
        "comparison-chain", "comparisons cannot be chained", at: range,
        notes: ["write (a < b)*(b < c), which is 1 where both hold"])
    case .unclosed(let bracket):
      return Diagnostic("unclosed-bracket", "this '\(bracket)' is never closed", at: range)
    case .unopened(let bracket):
      return Diagnostic("unopened-bracket", "this '\(bracket)' closes nothing", at: range)
    case .wrongCloser(let found, let expected):
      return Diagnostic(
        "wrong-bracket", "expected '\(expected)' here, found '\(found)'", at: range,
        fixes: [Diagnostic.Fix("write '\(expected)'", replacing: range, with: expected)])
    case .tooDeep(let limit):
      return Diagnostic(
        "too-deep", "this is nested more than \(limit) deep", at: range,
        notes: ["give a name to an inner part and use the name"])
    case .bodyWithoutValue:
      return Diagnostic(
        "missing-value", "the last statement of a function must be an expression, its value",
        at: range)
    case .emptyBody:
      return Diagnostic(
        "missing-value", "a function needs at least an expression, its value", at: range)
    case .equalsInExpression:
      return Diagnostic(
        "unexpected-equals", "'=' does not belong here", at: range,
        fixes: [Diagnostic.Fix("to compare, write '=='", replacing: range, with: "==")])
    case .claimWithoutVerb(let slope):
      let start = SourceRange(start: range.start, end: range.start)
      return Diagnostic(
        "unexpected-equals", "a derivative is not defined, it follows from its graph", at: range,
        fixes: [
          Diagnostic.Fix(
            "to say what it is, write 'claim \(slope) = …'", replacing: start, with: "claim ")
        ])
    case .duplicateParameter(let name):
      return Diagnostic(
        "duplicate-parameter", "'\(name)' is named twice here", at: range,
        notes: ["give one of the two another name"])
    case .operandAfterSetting(let name):
      return Diagnostic(
        "operand-after-setting", "values without a name come before '\(name)='", at: range)
    }
  }

  private static func badNumber(_ written: String, _ number: String, at range: SourceRange)
    -> Diagnostic
  {
    let message = "'\(written)' is neither a number nor a name"
    let rest = written.dropFirst(number.count)
    guard !rest.isEmpty, !rest.hasPrefix("_") else {
      return Diagnostic(
        "bad-number", message, at: range,
        notes: ["digits may be grouped by single '_', as in 1_000"]
      )
    }
    return Diagnostic(
      "bad-number", message, at: range, notes: ["a name begins with a letter"],
      fixes: [
        Diagnostic.Fix(
          "for a product write '\(number)*\(rest)'", replacing: range, with: "\(number)*\(rest)")
      ])
  }

  private static func unknownCharacter(_ character: String, at range: SourceRange) -> Diagnostic {
    let ascii = character.unicodeScalars.first.flatMap { scalar in
      (0xFF01...0xFF5E).contains(scalar.value)
        ? Unicode.Scalar(scalar.value - 0xFEE0).map { String(Character($0)) } : nil
    }
    guard let ours = lookalikes[character] ?? ascii else {
      return Diagnostic(
        "unknown-character", "'\(character)' is not part of the language", at: range)
    }
    let kind = ascii == nil ? "" : " (full-width)"
    let shown = ours == " " ? "a plain space" : "'\(ours)'"
    return Diagnostic(
      "unknown-character", "'\(character)'\(kind) is not part of the language; write \(shown)",
      at: range, fixes: [Diagnostic.Fix("write \(shown)", replacing: range, with: ours)])
  }
}
