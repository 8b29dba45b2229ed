import Reporting

/// Claims in words: first whether it is right or what is missing, then the numbers.
extension TextPresenter {
  func document(_ report: ClaimReport) -> Document {
    report.holds ? right(report) : wrong(report)
  }

  private func right(_ report: ClaimReport) -> Document {
    var document = Document(StyledText("✓ right: ", .good) + StyledText(report.text, .formula))
    switch report.basis {
    case .formula(let points):
      document.add(StyledText("here and at \(points) points drawn at random", .muted), indent: 2)
    case .digits(isRounded: true):
      document.add(
        StyledText("to the digits typed: it is ", .muted) + exactly(report.actual), indent: 2)
    case .digits: break
    }
    for note in report.notes { document.add(StyledText(note, .muted), indent: 2) }
    return document
  }

  /// The most elements of which each is told what is wrong with it.
  private static let mostApart = 4

  private func wrong(_ report: ClaimReport) -> Document {
    let named = report.findings.first
    let text =
      report.isApart
      ? "\(report.findings.count) elements differ, not all in the same way"
      : place(report) + (named?.text ?? "it differs")
    var document = Document(StyledText("✗ not yet: ", .bad) + StyledText(text))
    if report.isApart {
      for finding in report.findings.prefix(Self.mostApart) {
        document.add(StyledText(finding.text), indent: 2)
      }
      let left = report.findings.count - Self.mostApart
      if left > 0 { document.add(StyledText("and \(left) more", .muted), indent: 2) }
    }
    if let evidence = report.evidence {
      let number = telling(evidence)
      var table = Table([.left, .right], indent: 2)
      table.rows.append([
        StyledText("claimed", .muted), StyledText(number(evidence.claimed), .number),
      ])
      table.rows.append([
        StyledText(evidence.name, .name), StyledText(number(evidence.actual), .number),
      ])
      document.add(table)
      if !evidence.leaves.isEmpty {
        let leaves = evidence.leaves.map { "\($0.name) = \(number($0.value))" }
        document.add(
          StyledText(
            "at the random point \(leaves.joined(separator: ", "))"
              + (evidence.isRightHere ? "; at the program's own numbers both agree" : ""), .muted),
          indent: 2)
      }
    }
    if !report.right.isEmpty {
      document.add(StyledText("right: \(report.right.listed(most: 3))", .muted), indent: 2)
    }
    for note in report.notes { document.add(StyledText(note, .muted), indent: 2) }
    if let lesson = named?.lesson { document.add(StyledText(lesson, .muted), indent: 2) }
    return document
  }

  /// What part of a claim is wrong, unless all is or the sentence says it.
  private func place(_ report: ClaimReport) -> String {
    guard !report.right.isEmpty, let first = report.wrong.first,
      report.findings.first?.text.contains(first) != true
    else { return "" }
    return "in \(report.wrong.listed(most: 3)), "
  }

  /// How the two numbers of a claim are written: with all digits where fewer would not tell them
  /// apart.
  private func telling(_ evidence: ClaimReport.Evidence) -> (Double) -> String {
    number(evidence.claimed) == number(evidence.actual) ? NumberStyle.exact.text : number
  }

  private func exactly(_ numbers: Numbers) -> StyledText { StyledText(row(numbers), .number) }
}
