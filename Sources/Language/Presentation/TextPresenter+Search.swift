import Reporting

/// Searches in words.
extension TextPresenter {
  /// The most trials that are listed.
  private static var longestTable: Int { 10 }

  /// The trials as a table, the best first, and what is left of them.
  func document(_ report: SearchReport) -> Document {
    let count = report.trials.count
    let made = count == report.planned ? "\(count)" : "\(count) of \(report.planned)"
    let order = report.isValidated ? "validation loss" : "loss"
    var document = Document(
      StyledText("searched ", .heading) + StyledText(report.subject, .name)
        + StyledText(
          "  \(made) \(report.planned == 1 ? "trial" : "trials")"
            + " (\(report.method)), the smallest \(order) first", .muted))
    document.add(table(report))
    if count > Self.longestTable {
      document.add(
        StyledText("\(typeset ? "…" : "...") \(count - Self.longestTable) more", .muted), indent: 2)
    }
    if let best = report.best, let winner = report.winner {
      document.add(
        StyledText("best", .name) + StyledText(" is that of trial \(winner.trial): ", .muted)
          + StyledText(best.hasPrefix("best = ") ? String(best.dropFirst(7)) : best, .formula))
      document.add(
        StyledText(report.run, .name) + StyledText(" is the record of its training", .muted))
    }
    if let note = report.note { document.add(StyledText(note, .warning)) }
    return document
  }

  private func table(_ report: SearchReport) -> Table {
    let rows = report.ranking.prefix(Self.longestTable)
    var names: [String] = []
    for name in report.trials.flatMap({ $0.choices.map(\.name) }) where !names.contains(name) {
      names.append(name)
    }
    let results = Self.results.filter { result in
      result.name == "loss" || report.trials.contains { $0[keyPath: result.value] != nil }
    }
    var table = Table([.right], indent: 2)
    table.alignments += names.map { name in
      rows.allSatisfy { self.choice(name, of: $0)?.isNumber ?? true } ? .right : .left
    }
    table.alignments += results.map { _ in .right }
    table.rows.append((["trial"] + names + results.map(\.name)).map { StyledText($0, .muted) })
    for trial in rows {
      let isBest = trial.trial == report.winner?.trial
      var cells = [StyledText("\(trial.trial)", isBest ? .good : .muted)]
      for name in names {
        switch choice(name, of: trial) {
        case .number(let number):
          cells.append(StyledText(short(number), .number))
        case .word(let word): cells.append(StyledText(word, .name))
        case nil: cells.append(StyledText())
        }
      }
      switch trial.ending {
      case .finished:
        for result in results {
          cells.append(
            trial[keyPath: result.value].map {
              StyledText(result.isShort ? short($0) : number($0), .number)
            } ?? StyledText())
        }
      case .nonFinite(let epoch):
        cells.append(StyledText("not finite in epoch \(epoch)", .warning))
      case .stopped: cells.append(StyledText("stopped", .warning))
      }
      table.rows.append(cells)
    }
    return table
  }

  private static var results: [(name: String, value: KeyPath<TrialReport, Double?>, isShort: Bool)]
  {
    [
      ("loss", \.loss, false), ("accuracy", \.accuracy, true),
      ("validation loss", \.validationLoss, false),
      ("validation accuracy", \.validationAccuracy, true),
    ]
  }

  private func short(_ value: Double) -> String {
    let text = NumberStyle(digits: 4).text(value)
    return typeset ? text.withMinusSigns : text
  }

  private func choice(_ name: String, of trial: TrialReport) -> SearchChoice.Value? {
    trial.choices.first { $0.name == name }?.value
  }
}

extension SearchChoice.Value {
  fileprivate var isNumber: Bool { if case .number = self { true } else { false } }
}
