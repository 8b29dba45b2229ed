import Reporting

/// Calls: a name with its operands, as its layout says, and the settings that differ.
extension FormulaWriter {
  func call(
    _ operation: Operator, _ operands: [Formula.Tree], _ settings: Settings, _ depth: Int
  ) -> Part {
    let chosen = self.settings(operation, settings)
    switch operation.layout {
    case .enclosed(let opening, let closing) where style.typeset:
      return Part(opening + write(operands[0], depth: depth).text + closing, .atom)
    case .separate, .enclosed:
      let parts = operands.map { write($0, depth: depth).text } + chosen
      return Part(operation.word + "(" + parts.joined(separator: ", ") + ")", .atom)
    case .length where style.typeset:
      let inside =
        operands.count == 1 ? write(operands[0], depth: depth).text : list(operands[...], depth)
      return Part("‖" + inside + "‖", .atom)
    case .list, .length:
      let parts = [list(operands[...], depth)] + chosen
      return Part(operation.word + "(" + parts.joined(separator: ", ") + ")", .atom)
    case .element:
      let parts = [list(operands[...], depth)] + chosen
      let element = "[" + NumberStyle.exact.text(settings[0]) + "]"
      return Part(operation.word + "(" + parts.joined(separator: ", ") + ")" + element, .atom)
    case .weightedSum:
      return weightedSum(operation, operands, depth)
    }
  }

  /// `w1·x1 + w2·x2 + b`; as the call it is where plain text would become too long.
  private func weightedSum(_ operation: Operator, _ operands: [Formula.Tree], _ depth: Int) -> Part
  {
    let count = operands.count / 2
    let bias = operands.count > 2 * count ? [write(operands[2 * count], depth: depth)] : []
    if !style.typeset, count > FormulaWriter.operandLimit {
      let vectors = [operands[..<count], operands[count..<(2 * count)]].map { list($0, depth) }
      let product = operation.word + "(" + vectors.joined(separator: ", ") + ")"
      return Part(
        ([product] + bias.map { $0.wrappedAsRight(below: .multiplication) })
          .joined(separator: " + "), bias.isEmpty ? .atom : .addition)
    }
    var terms: [String] = shown(0..<count).map { index in
      guard let index else { return "…" }
      let (left, right) = (operands[index], operands[count + index])
      let part = Part(
        write(left, depth: depth).wrapped(below: .multiplication) + spaced("*")
          + write(right, depth: depth).wrappedAsRight(below: .sign), .multiplication)
      return index == 0 ? part.text : part.wrappedAsRight(below: .multiplication)
    }
    terms += bias.map { terms.isEmpty ? $0.text : $0.wrappedAsRight(below: .multiplication) }
    guard terms.count > 1 else { return Part(terms.first ?? "0", .multiplication) }
    return Part(terms.joined(separator: " + "), .addition)
  }

  private func list(_ operands: ArraySlice<Formula.Tree>, _ depth: Int) -> String {
    let parts = shown(operands.indices).map { index in
      index.map { write(operands[$0], depth: depth).text } ?? "…"
    }
    return "[" + parts.joined(separator: ", ") + "]"
  }

  /// The places of a list that are written out; nil for those that become an ellipsis.
  private func shown(_ places: Range<Int>) -> [Int?] {
    guard style.typeset, places.count > FormulaWriter.operandLimit else { return Array(places) }
    let half = FormulaWriter.operandLimit / 2
    return Array(places.prefix(half)) + [nil] + Array(places.suffix(1))
  }

  private func settings(_ operation: Operator, _ settings: Settings) -> [String] {
    zip(operation.settings, settings.values).compactMap { setting, value in
      guard value != setting.standard, !setting.isHidden else { return nil }
      guard let place = Int(exactly: value), setting.words.indices.contains(place) else {
        return "\(setting.name)=\(number(value, sign: .sign).text)"
      }
      return "\(setting.name)=\"\(setting.words[place])\""
    }
  }
}
