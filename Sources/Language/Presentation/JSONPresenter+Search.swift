import Reporting

/// Searches as JSON.
extension JSONPresenter {
  func trial(_ report: TrialReport) -> JSONValue {
    .object([("type", .string("trial"))] + fields(report))
  }

  func search(_ report: SearchReport) -> JSONValue {
    .object([
      ("type", .string("search")), ("of", .string(report.subject)),
      ("method", .string(report.method)), ("trials", .integer(report.trials.count)),
      ("judged_by", .string(report.isValidated ? "validation_loss" : "loss")),
      ("best", report.winner.map { .object(fields($0)) } ?? .null),
      ("run", report.best == nil ? .null : .string(report.run)),
      ("note", report.note.map { .string($0) } ?? .null),
    ])
  }

  private func fields(_ report: TrialReport) -> [(String, JSONValue)] {
    var fields: [(String, JSONValue)] = [("trial", .integer(report.trial))]
    for choice in report.choices {
      switch choice.value {
      case .number(let number): fields.append((choice.name, .number(number)))
      case .word(let word): fields.append((choice.name, .string(word)))
      }
    }
    fields.append(("loss", report.loss.map { .number($0) } ?? .null))
    if let accuracy = report.accuracy { fields.append(("accuracy", .number(accuracy))) }
    if let loss = report.validationLoss { fields.append(("validation_loss", .number(loss))) }
    if let accuracy = report.validationAccuracy {
      fields.append(("validation_accuracy", .number(accuracy)))
    }
    switch report.ending {
    case .finished: fields.append(("status", .string("finished")))
    case .nonFinite(let epoch):
      fields += [("status", .string("non_finite")), ("epoch", .integer(epoch))]
    case .stopped: fields.append(("status", .string("stopped")))
    }
    return fields
  }
}
