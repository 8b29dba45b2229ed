import Autodiff
import Reporting

/// Explanations of gradients as JSON.
extension JSONPresenter {
  func explanation(_ explanation: GradientExplanation) -> JSONValue {
    var fields: [(String, JSONValue)] = [
      ("type", .string("explain")), ("of", .string(explanation.of)),
      ("at", .string(explanation.at)), ("gradient", .number(explanation.gradient)),
      ("summary", .string(explanation.summary)), ("paths", .array(paths(explanation))),
      ("rest", .number(explanation.rest)), ("count", .number(explanation.count)),
    ]
    if !explanation.rows.isEmpty {
      fields.append(
        (
          "rows",
          .array(
            explanation.rows.map {
              .object([("row", .integer($0.row)), ("gradient", .number($0.gradient))])
            })
        ))
    }
    return .object(fields)
  }

  func flow(_ report: FlowReport) -> JSONValue {
    .object([
      ("type", .string("flow")), ("of", .string(report.of)), ("summary", .string(report.summary)),
      ("rows", report.rows.map { .string($0) } ?? .null),
      (
        "layers",
        .array(
          zip(report.layers, report.factors).map { layer, factor in
            .object([
              ("name", .string(layer.name)), ("norm", .number(layer.norm)),
              ("factor", factor.map { .number($0) } ?? .null),
            ])
          })
      ), ("clip", report.clip.map { .string($0) } ?? .null),
      (
        "gradients",
        .array(
          report.tensors.map {
            .object([
              ("name", .string($0.name)), ("norm", .number($0.norm)),
              ("clipped", .number($0.clipped)),
            ])
          })
      ),
    ])
  }

  func comparison(_ report: ComparisonReport) -> JSONValue {
    let rows = report.rows.map { row -> JSONValue in
      .object(
        [("name", .string(row.name))]
          + zip(report.quantities, row.pairs).map { quantity, pair in
            (
              quantity,
              .array([pair.left, pair.right].map { $0.map { .number($0) } ?? .null })
            )
          } + [("differs", .bool(row.differs))])
    }
    return .object([
      ("type", .string("compare")), ("of", .array(report.of.map { .string($0) })),
      ("summary", .string(report.summary)), ("rows", .array(rows)),
      (
        "factors",
        .array(
          report.factors.map { factor in
            .object([
              ("name", .string(factor.name)),
              (
                "values",
                .array(
                  [factor.pair.left, factor.pair.right].map { $0.map { .number($0) } ?? .null })
              ),
            ])
          })
      ),
    ])
  }

  /// The paths of a gradient: nodes from the output down, and the factor of each step with its rule.
  func paths(_ explanation: GradientExplanation) -> [JSONValue] {
    let style = FormulaStyle(.names, numbers: .exact, typeset: false)
    return explanation.paths.map { path in
      let steps = 0..<path.count
      return .object(
        [
          ("nodes", .array((0...path.count).map { .string(path.title($0)) })),
          ("factors", .array(steps.map { .number(path.factor($0)) })),
          ("formulas", .array(steps.map { .string(path.formula($0).text(style)) })),
          ("product", .number(path.product)),
          ("share", explanation.share(of: path.product).map { .number($0) } ?? .null),
        ] + (path.row.map { [("row", .integer($0))] } ?? []))
    }
  }
}
