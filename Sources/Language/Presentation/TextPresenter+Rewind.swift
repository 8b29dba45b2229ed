import Autodiff
import Reporting

/// A rewound run in words.
extension TextPresenter {
  /// The most rows of a batch that are listed.
  private static var mostRows: Int { 8 }

  /// Where the run stands, and what is about to happen.
  func document(_ report: RewindReport) -> Document {
    guard let step = report.step else {
      return Document(
        StyledText(report.run, .name)
          + StyledText(" stands at its end again: \(count(report.steps, "step")) made", .muted))
    }
    var document = Document(
      StyledText("step \(step.number)", .heading) + StyledText(" of ", .muted)
        + StyledText(report.run, .name)
        + StyledText(" is about to be made; \(count(report.steps, "step")) in all", .muted))
    var line = StyledText("loss ", .muted) + StyledText(number(step.loss), .number)
    if !step.lr.isNaN {
      line += StyledText("  lr ", .muted) + StyledText(number(step.lr), .number)
    }
    line += StyledText("  |gradient| ", .muted) + StyledText(number(step.gradientNorm), .number)
    document.add(line, indent: 2)
    if let epoch = step.epoch, let rows = step.rows {
      document.add(
        StyledText("epoch \(epoch.number) of \(epoch.of), \(words(for: rows))", .muted), indent: 2)
    }
    var hints: [StyledText] = []
    if let loss = report.loss {
      hints.append(
        StyledText("'backward \(loss)'", .formula) + StyledText(" shows its gradient", .muted))
    }
    if let parameter = report.parameters.first {
      hints.append(
        StyledText("'explain \(first(parameter))'", .formula)
          + StyledText(hints.isEmpty ? " shows what it will do" : " what it will do", .muted))
    }
    if !hints.isEmpty {
      document.add(
        hints.dropFirst().reduce(hints[0]) { $0 + StyledText(", ", .muted) + $1 }, indent: 2)
    }
    return document
  }

  private func first(_ parameter: (name: String, numbers: Numbers)) -> String {
    switch parameter.numbers.shape {
    case .scalar: parameter.name
    case .vector: parameter.name + "[1]"
    case .matrix: parameter.name + "[1,1]"
    }
  }

  private func words(for rows: [Int]) -> String {
    let isRun = rows.count > 2 && zip(rows, rows.dropFirst()).allSatisfy { $1 == $0 + 1 }
    if isRun, let first = rows.first, let last = rows.last { return "rows \(first) to \(last)" }
    let shown = rows.prefix(Self.mostRows).map(String.init).joined(separator: ", ")
    let more = rows.count > Self.mostRows ? ", … \(rows.count) in all" : ""
    return "\(rows.count == 1 ? "row" : "rows") \(shown)\(more)"
  }

  private func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }
}
