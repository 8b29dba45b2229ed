import Autodiff
import Reporting

/// Explanations of gradients in words.
extension TextPresenter {
  /// The most nodes or factors of a path that are written out.
  private static let longestPath = 6

  func document(_ explanation: GradientExplanation) -> Document {
    var document = Document(StyledText(words(explanation.summary)))
    add(paths: explanation, to: &document)
    return document
  }

  /// A sentence with the minus signs of a page.
  func words(_ sentence: String) -> String { typeset ? sentence.withMinusSigns : sentence }

  /// The rows that send most, the paths, and what is left.
  ///
  /// Below the lines of a step there is room for the first path alone, with its numbers.
  func add(
    paths explanation: GradientExplanation, to document: inout Document, isBrief: Bool = false
  ) {
    let rows = explanation.rows.filter { $0.gradient != 0 }
    if rows.count > 1, !isBrief {
      let words = rows.map { "row \($0.row) \(number($0.gradient))" }
      document.add(
        StyledText("by row, the largest first: " + words.joined(separator: ", "), .muted), indent: 2
      )
    }
    let cancels =
      explanation.magnitude.isFinite
      && explanation.magnitude > abs(explanation.gradient) * (1 + 1e-9)
    if cancels, !isBrief, !explanation.paths.isEmpty {
      document.add(
        StyledText(
          "shares of \(number(explanation.magnitude)), all paths together without their signs",
          .muted), indent: 2)
    }
    // Paths of 0 are shown where there is nothing else to see.
    let sending = explanation.paths.filter { $0.product != 0 }
    let shown =
      sending.isEmpty || isBrief
      ? Array((sending + explanation.paths).prefix(1)) : sending
    for (place, path) in shown.enumerated() where path.count > 0 {
      add(path, place + 1, share(path, explanation), isBrief, to: &document)
    }
    let others = explanation.count - Double(shown.count)
    guard others > 0, !isBrief, !explanation.paths.isEmpty else { return }
    guard others.isFinite else {
      document.add(
        StyledText("and more paths than a number can count", .muted), indent: 2)
      return
    }
    var line = StyledText(
      "and \(NumberStyle().text(others)) more path\(others == 1 ? "" : "s")", .muted)
    if explanation.rest.isFinite {
      line += StyledText(", together ", .muted) + StyledText(number(explanation.rest), .number)
    }
    document.add(line, indent: 2)
  }

  /// How large a part of all that is sent a path carries, negative if it takes away from the
  /// gradient; nil if that is no number.
  private func share(_ path: ExplainedPath, _ explanation: GradientExplanation) -> Double? {
    let share = path.product / explanation.magnitude
    return share.isFinite ? (explanation.gradient < 0 ? -share : share) : nil
  }

  /// One path: its nodes and its share; then its factors, by name and with the numbers in for the
  /// first path and for others that fit on a line, else their numbers alone.
  private func add(
    _ path: ExplainedPath, _ place: Int, _ share: Double?, _ isBrief: Bool,
    to document: inout Document
  ) {
    let steps = shortened((0..<path.count).filter { !isTrifle(path, $0) })
    func product(_ factor: (Int) -> String) -> String {
      steps.isEmpty ? "1" : steps.map { $0.map(factor) ?? "…" }.joined(separator: times)
    }
    var line = StyledText("\(place)  ", .muted)
    if let share { line += StyledText("\(percent(share))  ", .muted) }
    let arrow = typeset ? " ← " : " <- "
    line += StyledText(
      shortened((0...path.count).filter { isShown(path, $0) }, most: isBrief ? 4 : Self.longestPath)
        .map { $0.map { path.title($0, typeset: typeset) } ?? "…" }.joined(separator: arrow), .name)
    document.add(line)
    let symbolic = product { factor(path.formula($0), names) }
    let numeric = product { factor(path.formula($0), substituted) }
    let value = number(path.product == 0 ? 0 : path.product)
    var parts = [symbolic, numeric, value]
    for index in (1..<parts.count).reversed() where parts[index] == parts[index - 1] {
      parts.remove(at: index)
    }
    if parts.joined(separator: " = ").count + 3 <= width {
      document.add(equation(parts), indent: 3)
    } else if place == 1, !isBrief {
      document.add(equation([symbolic]), indent: 3)
      for part in parts.dropFirst() {
        document.add(StyledText("= ", .muted) + equation([part]), indent: 3)
      }
    } else {
      document.add(equation([product { factor(path.factor($0)) }, value]), indent: 3)
    }
  }

  private func equation(_ parts: [String]) -> StyledText {
    var text = StyledText()
    for (place, part) in parts.enumerated() {
      if place > 0 { text += StyledText(" = ", .muted) }
      text += StyledText(part, .formula)
    }
    return text
  }

  /// A factor of 1 that the rule itself contains, which changes nothing.
  private func isTrifle(_ path: ExplainedPath, _ step: Int) -> Bool {
    // Of a path too long to be read, no rule is written down to find out what it contains.
    path.factor(step) == 1 && (path.count > 1000 || path.formula(step).isOne)
  }

  /// Whether a node of a path is written: its ends, and what has a name.
  private func isShown(_ path: ExplainedPath, _ place: Int) -> Bool {
    place == 0 || place == path.count || path.isNamed(place)
  }

  /// Some places, with nil for those in the middle of a long list.
  private func shortened(_ places: [Int], most: Int = TextPresenter.longestPath) -> [Int?] {
    guard places.count > most else { return places }
    let half = most / 2
    return places.prefix(half).map { $0 } + [nil] + places.suffix(half).map { $0 }
  }

  func percent(_ share: Double) -> String {
    let parts = share * 100
    let text = NumberStyle(digits: 3).text(abs(parts) < 100 ? parts : parts.rounded())
    return (typeset ? text.withMinusSigns : text) + " %"
  }
}
