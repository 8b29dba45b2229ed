import Reporting

/// What a picture says in its boxes and beside its arrows.
struct Wording {
  /// How numbers are written.
  let numbers: NumberStyle
  /// Whether the text will be shown in ASCII, which may take more columns.
  var ascii = false

  /// What stands at the top of a box: `y = tanh`, `w`; nothing for a bare number.
  func header(of box: GraphPicture.Box) -> StyledText {
    guard !isBareNumber(box) else { return StyledText() }
    var text = StyledText(shown(box.title), .name)
    if let operation = box.operation { text.add(shown(" = " + operation)) }
    return text
  }

  /// What stands in a box below its header.
  func rows(of box: GraphPicture.Box) -> [StyledText] {
    guard let value = value(of: box) else { return [bareNumber(of: box)] }
    let hidden = hiddenOperands(of: box)
    return (listedLeaves(of: box) + [hidden ?? StyledText(), value, gradient(of: box, after: "")])
      .filter { !$0.spans.isEmpty }
  }

  /// The columns of the longest word before a number of a box.
  static let numberLabelColumns = "value ".utf8.count

  /// `value 0.5`; nil for a number of the program, whose title says it.
  func value(of box: GraphPicture.Box) -> StyledText? {
    guard !isBareNumber(box) else { return nil }
    return StyledText("value ", .muted) + StyledText(numbers.text(box.value), .number)
  }

  /// A number of the program as it stands in a box.
  func bareNumber(of box: GraphPicture.Box) -> StyledText {
    StyledText(shown(box.title), .number)
  }

  /// How many operands are not drawn; nil if all are.
  func hiddenOperands(of box: GraphPicture.Box) -> StyledText? {
    guard box.hiddenOperandCount > 0 else { return nil }
    return StyledText(
      shown("… \(plural(box.hiddenOperandCount, "operand")) not shown"), .muted)
  }

  /// The leaves listed in a box, their gradients in a column.
  private func listedLeaves(of box: GraphPicture.Box) -> [StyledText] {
    let leaves = box.listedLeaves.map { leaf in
      header(of: leaf.box) + (isBareNumber(leaf.box) ? "" : " ")
        + StyledText(numbers.text(leaf.box.value), .number)
    }
    let width = leaves.map(\.columns).max() ?? 0
    return zip(leaves, box.listedLeaves).map { text, leaf in
      text + gradient(of: leaf.box, after: String(repeating: " ", count: width - text.columns + 2))
    }
  }

  /// `grad 0.5`; that none reaches it, for a leaf; nothing for a constant.
  func gradient(of box: GraphPicture.Box, after space: String) -> StyledText {
    guard box.showsGradient else { return StyledText() }
    if let gradient = box.gradient {
      return StyledText(space + "grad ", .muted) + StyledText(numbers.text(gradient), .number)
    }
    return box.kind == .constant ? StyledText() : StyledText(space + "no grad", .muted)
  }

  /// The local derivative along an arrow, as a factor: `×0.5`, `×(3 + 3)`; nil where none flows.
  func factor(of arrow: GraphPicture.Arrow) -> String? {
    sum(arrow.sent.map(\.local)).map { shown("×" + $0) }
  }

  /// What an arrow sends back: `0.5`, `9 + 9`; nil where nothing flows.
  func contribution(of arrow: GraphPicture.Arrow) -> String? {
    guard arrow.sent.count != 1 else { return numbers.text(arrow.sent[0].contribution) }
    return sum(arrow.sent.map(\.contribution)).map { String($0.dropFirst().dropLast()) }
  }

  /// What the picture had to leave out, in a sentence; nil if nothing.
  func omission(of picture: GraphPicture) -> String? {
    guard let omission = picture.omission, let output = picture.boxes.last else { return nil }
    if omission.hiddenOperations == 0 {
      return shown("Not shown for want of room: \(plural(omission.hiddenOperands, "operand")).")
    }
    return shown(
      "Only what is nearest to \(output.title) is shown: "
        + "\(omission.operations - omission.hiddenOperations) of its "
        + "\(plural(omission.operations, "operation")).")
  }

  /// A text as it will be on the screen, harmless and in the alphabet that can be shown there.
  func shown(_ text: String) -> String {
    ascii ? AsciiFallback.text(text.sanitizedLine) : text.sanitizedLine
  }

  private func isBareNumber(_ box: GraphPicture.Box) -> Bool {
    box.kind == .constant && !box.isOutput && box.title == NumberStyle.exact.text(box.value)
  }

  private func sum(_ terms: [Double]) -> String? {
    guard let first = terms.first else { return nil }
    let parts = terms.dropFirst().map { term in
      term.sign == .minus && !term.isNaN ? " - \(numbers.text(-term))" : " + \(numbers.text(term))"
    }
    return parts.isEmpty ? numbers.text(first) : "(\(numbers.text(first))\(parts.joined()))"
  }

  func plural(_ count: Int, _ noun: String) -> String {
    count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
  }
}
