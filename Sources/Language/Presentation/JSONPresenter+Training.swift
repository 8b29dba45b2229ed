import Autodiff
import Pictures
import Reporting
import Training

/// Training as JSON.
extension JSONPresenter {
  func update(_ report: UpdateReport) -> JSONValue {
    .object([
      ("type", .string("update")), ("of", .string(report.of)), ("step", .integer(report.step)),
      ("loss", .number(report.loss)), ("gradients", named(report.gradients)),
      ("lr", rate(report.lr)), ("gradient_norm", .number(report.gradientNorm)),
      ("parameters", named(report.parameters)),
    ])
  }

  func epoch(_ report: EpochReport) -> JSONValue {
    let epoch = report.epoch
    var fields: [(String, JSONValue)] = [
      ("type", .string("epoch")), ("epoch", .integer(epoch.epoch)), ("loss", .number(epoch.loss)),
      ("batch_loss", .number(epoch.batchLoss)), ("lr", rate(epoch.lr)),
      ("gradient_norm", .number(epoch.gradientNorm)),
    ]
    if let accuracy = epoch.accuracy { fields.append(("accuracy", .number(accuracy))) }
    if let loss = epoch.validationLoss { fields.append(("validation_loss", .number(loss))) }
    if let accuracy = epoch.validationAccuracy {
      fields.append(("validation_accuracy", .number(accuracy)))
    }
    return .object(fields)
  }

  /// A learning rate; null for an optimizer that has none.
  private func rate(_ lr: Double) -> JSONValue { lr.isNaN ? .null : .number(lr) }

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
      ("summary", .string(explanation.summary)),
      ("because", explanation.paths.map { .string($0.summary) } ?? .null),
      ("paths", .array(explanation.paths.map(paths) ?? [])),
      ("rest", .number(explanation.paths?.rest ?? explanation.gradient)),
      ("step", .integer(explanation.step)),
      (
        "update",
        .array(
          explanation.lines.map {
            .object([
              ("name", .string($0.name)), ("formula", .string($0.formula.text(style))),
              ("value", .number($0.number)),
            ])
          })
      ), ("notes", .array(explanation.notes.map { .string($0) })),
      ("before", .number(explanation.before)), ("after", .number(explanation.after)),
      ("plain", explanation.plain.map { .number($0.number) } ?? .null),
    ])
  }

  func plot(_ report: PlotReport, to file: String?) -> JSONValue {
    func list(_ numbers: [Double]) -> JSONValue { .array(numbers.map { .number($0) }) }
    func range(_ name: String, _ range: ClosedRange<Double>) -> JSONValue {
      .object([
        ("name", .string(name)), ("from", .number(range.lowerBound)),
        ("to", .number(range.upperBound)),
      ])
    }
    func object(_ kind: String, _ title: String, _ fields: [(String, JSONValue)]) -> JSONValue {
      .object(
        [("type", .string("plot")), ("kind", .string(kind)), ("title", .string(title))] + fields
          + (file.map { [("file", .string($0))] } ?? []))
    }
    switch report {
    case .curves(let plot):
      let curves = plot.series.map { series -> JSONValue in
        .object([("name", .string(series.name)), ("x", list(series.x)), ("y", list(series.y))])
      }
      return object("curves", plot.title, [("curves", .array(curves))])
    case .matrix(let map):
      return object("matrix", map.title, [("values", .array(map.values.map(list)))])
    case .region(let plot):
      return object(
        "region", plot.title,
        [
          ("x", range(plot.xLabel, plot.x)), ("y", range(plot.yLabel, plot.y)),
          ("values", .array(plot.values.map(list))),
        ])
    }
  }

  func named(_ parts: [(name: String, numbers: Numbers)]) -> JSONValue {
    .object(parts.map { ($0.name, JSONPresenter.numbers($0.numbers)) })
  }
}
