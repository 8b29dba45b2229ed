import Autodiff
import Reporting
import Training

/// Training as JSON.
extension JSONPresenter {
  func update(_ report: UpdateReport) -> JSONValue {
    .object([
      ("type", .string("update")), ("of", .string(report.of)), ("step", .integer(report.step)),
      ("loss", .number(report.loss)), ("gradients", named(report.gradients)),
      ("lr", .number(report.lr)), ("gradient_norm", .number(report.gradientNorm)),
      ("parameters", named(report.parameters)),
    ])
  }

  func epoch(_ report: EpochReport) -> JSONValue {
    let epoch = report.epoch
    var fields: [(String, JSONValue)] = [
      ("type", .string("epoch")), ("epoch", .integer(epoch.epoch)), ("loss", .number(epoch.loss)),
      ("batch_loss", .number(epoch.batchLoss)), ("lr", .number(epoch.lr)),
      ("gradient_norm", .number(epoch.gradientNorm)),
    ]
    if let accuracy = epoch.accuracy { fields.append(("accuracy", .number(accuracy))) }
    if let loss = epoch.validationLoss { fields.append(("validation_loss", .number(loss))) }
    if let accuracy = epoch.validationAccuracy {
      fields.append(("validation_accuracy", .number(accuracy)))
    }
    return .object(fields)
  }

  func trained(_ report: TrainingReport) -> JSONValue {
    .object([
      ("type", .string("trained")), ("of", .string(report.subject)), ("run", .string(report.run)),
      (report.unit, .integer(report.count)),
      ("loss", report.lastLoss.map { .number($0) } ?? .null),
      ("note", report.note.map { .string($0) } ?? .null),
    ])
  }

  func explanation(_ explanation: UpdateExplanation) -> JSONValue {
    let style = FormulaStyle(.names, numbers: .exact, typeset: false)
    return .object([
      ("type", .string("explain")), ("of", .string(explanation.of)),
      ("at", .string(explanation.at)), ("gradient", .number(explanation.gradient)),
      ("summary", .string(explanation.summary)), ("paths", .array([])),
      ("rest", .number(explanation.gradient)), ("step", .integer(explanation.step)),
      (
        "update",
        .array(
          explanation.lines.map {
            .object([
              ("name", .string($0.name)), ("formula", .string($0.formula.text(style))),
              ("value", .number($0.number)),
            ])
          })
      ), ("before", .number(explanation.before)), ("after", .number(explanation.after)),
      ("plain", explanation.plain.map { .number($0.number) } ?? .null),
    ])
  }

  func plot(_ report: PlotReport) -> JSONValue {
    switch report {
    case .curves(let curves, let title, _, _):
      return .object([
        ("type", .string("plot")), ("kind", .string("curves")), ("title", .string(title)),
        (
          "curves",
          .array(
            curves.map {
              .object([
                ("name", .string($0.name)), ("x", .array($0.x.map { .number($0) })),
                ("y", .array($0.y.map { .number($0) })),
              ])
            })
        ),
      ])
    case .matrix(let numbers, let title):
      return .object([
        ("type", .string("plot")), ("kind", .string("matrix")), ("title", .string(title)),
        ("values", JSONPresenter.numbers(numbers)),
      ])
    case .surface(let surface):
      return .object([
        ("type", .string("plot")), ("kind", .string("surface")), ("title", .string(surface.title)),
        ("x", range(surface.xName, surface.x)), ("y", range(surface.yName, surface.y)),
        ("values", .array(surface.values.map { .array($0.map { .number($0) }) })),
      ])
    }
  }

  private func range(_ name: String, _ range: ClosedRange<Double>) -> JSONValue {
    .object([
      ("name", .string(name)), ("from", .number(range.lowerBound)),
      ("to", .number(range.upperBound)),
    ])
  }

  func named(_ parts: [(name: String, numbers: Numbers)]) -> JSONValue {
    .object(parts.map { ($0.name, JSONPresenter.numbers($0.numbers)) })
  }
}
