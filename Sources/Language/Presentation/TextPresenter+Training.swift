import Autodiff
import Pictures
import Reporting
import Training

/// Training in words.
extension TextPresenter {
  /// Whether an epoch or step is shown: all of a few, some of many.
  func isShown(_ place: Int, of count: Int?, _ isThinned: Bool) -> Bool {
    guard let mostEpochs, let count, !isThinned, count > 2 * mostEpochs else { return true }
    return place % max(count / mostEpochs, 1) == 0 || place == count
  }

  /// A step of an optimizer: a line of numbers, then each parameter with its gradient.
  func document(_ report: UpdateReport) -> Document {
    var line = StyledText("step \(report.step)", .heading)
    line += StyledText("  \(report.of) = ", .muted) + StyledText(number(report.loss), .number)
    if !report.lr.isNaN {
      line += StyledText("  lr ", .muted) + StyledText(number(report.lr), .number)
    }
    line += StyledText("  |gradient| ", .muted) + StyledText(number(report.gradientNorm), .number)
    var document = Document(line)
    var table = Table([.left, .left], indent: 2)
    for (parameter, gradient) in zip(report.parameters, report.gradients) {
      if case .matrix = parameter.numbers.shape { continue }
      table.rows.append([
        StyledText(parameter.name, .name) + " = "
          + StyledText(row(parameter.numbers), .number),
        StyledText("gradient was ", .muted) + StyledText(row(gradient.numbers), .number),
      ])
    }
    document.add(table)
    return document
  }

  /// An epoch, a line.
  func document(_ report: EpochReport) -> Document {
    let epoch = report.epoch
    let width = String(report.epochs).count
    let count = String(epoch.epoch)
    var line = StyledText(
      "epoch " + String(repeating: " ", count: width - count.count) + count, .muted)
    func add(_ name: String, _ value: Double?, digits: Int = 6) {
      guard let value else { return }
      line += StyledText("  \(name) ", .muted)
      line += StyledText(words(NumberStyle(digits: digits).text(value)), .number)
    }
    add("loss", epoch.loss)
    add("lr", epoch.lr.isNaN ? nil : epoch.lr, digits: 4)
    add("accuracy", epoch.accuracy, digits: 4)
    add("validation loss", epoch.validationLoss)
    add("validation accuracy", epoch.validationAccuracy, digits: 4)
    return Document(line)
  }

  /// The end of a training: how far the loss fell.
  func document(_ report: TrainingReport) -> Document {
    // A training that ends within its first epoch has made steps all the same.
    let isWithinEpoch = report.count == 0 && (report.steps ?? 0) > 0
    let count = isWithinEpoch ? report.steps ?? 0 : report.count
    let plural = isWithinEpoch ? "steps" : report.unit
    let unit =
      (count == 1 ? String(plural.dropLast()) : plural)
      + (isWithinEpoch ? " of the first epoch" : "")
    var line =
      StyledText(report.unit == "steps" ? "minimized " : "trained ", .heading)
      + StyledText(report.subject, .name)
      + StyledText("  \(count) \(unit)", .muted)
    if let first = report.firstLoss, let last = report.lastLoss {
      line += StyledText("  loss ", .muted)
      line += StyledText("\(number(first)) \(typeset ? "→" : "->") \(number(last))", .number)
    }
    if let accuracy = report.accuracy {
      line += StyledText("  accuracy ", .muted) + StyledText(number(accuracy), .number)
    }
    if let loss = report.validationLoss {
      line += StyledText("  validation loss ", .muted) + StyledText(number(loss), .number)
    }
    if let accuracy = report.validationAccuracy {
      line += StyledText("  validation accuracy ", .muted) + StyledText(number(accuracy), .number)
    }
    var document = Document(line)
    if let note = report.note { document.add(StyledText(note, .muted), indent: 2) }
    return document
  }

  /// How a parameter was updated, line by line, beside what plain descent would have done.
  func document(_ report: UpdateExplanation) -> Document {
    let full = document(report, isShort: false)
    return fits(full) ? full : document(report, isShort: true)
  }

  /// The lines of an update; `isShort`, a formula that fits stands on one line with its numbers.
  private func document(_ report: UpdateExplanation, isShort: Bool) -> Document {
    var document = Document(StyledText(typeset ? report.summary.withMinusSigns : report.summary))
    document.add(
      StyledText("step \(report.step) of ", .muted) + StyledText(report.at, .name)
        + StyledText(": ", .muted) + StyledText(number(report.before), .number)
        + StyledText(typeset ? " → " : " -> ", .muted)
        + StyledText(number(report.after), .number))
    for line in report.lines {
      let formula = line.formula.text(names)
      let numeric = line.formula.text(substituted)
      let value = number(line.number)
      let short = ([formula] + (numeric == value ? [] : [numeric]) + [value])
        .joined(separator: " = ")
      if isShort, short.count + line.name.count + 5 <= width {
        document.add(
          StyledText(line.name, .name) + " = " + StyledText(short, .formula), indent: 2)
        continue
      }
      document.add(
        StyledText(line.name, .name) + " = " + StyledText(formula, .formula), indent: 2)
      var second = StyledText("= ", .muted)
      if numeric != value { second += StyledText(numeric, .formula) + StyledText(" = ", .muted) }
      document.add(second + StyledText(value, .number), indent: 2 + line.name.count + 1)
    }
    for note in report.notes { document.add(StyledText(note, .muted), indent: 2) }
    if let plain = report.plain {
      document.add(StyledText("plain gradient descent would have given", .muted))
      document.add(
        StyledText(plain.formula.text(names), .formula) + StyledText(" = ", .muted)
          + StyledText(plain.formula.text(substituted), .formula) + StyledText(" = ", .muted)
          + StyledText(number(plain.number), .number), indent: 2)
    }
    if let paths = report.paths {
      // Of one path there is nothing to say that its factors do not show.
      let summary = paths.count == 1 ? "it has one path" : words(paths.summary)
      document.add(StyledText("the gradient: " + summary))
      add(paths: paths, to: &document, isBrief: true)
    }
    return document
  }

  /// A picture for the terminal.
  func document(_ report: PlotReport) -> Document {
    var height = min(max(width / 4, 8), 20)
    var document = document(report, height: height)
    while height > 8, !fits(document) {
      height -= 1
      document = self.document(report, height: height)
    }
    return document
  }

  private func document(_ report: PlotReport, height: Int) -> Document {
    let digits = min(numbers.digits, 5)
    return switch report {
    case .curves(let plot):
      plot.document(width: width, height: height, ascii: !typeset, digits: digits)
    case .matrix(let map):
      map.document(width: width, height: height, ascii: !typeset, digits: min(digits, 3))
    case .region(let plot):
      plot.document(width: width, height: height, ascii: !typeset, digits: digits)
    }
  }
}
