import Autodiff
public import Reporting

/// Events as JSON, one object a line, in the order of execution.
public struct JSONPresenter {
  private let sources: SourceMap

  /// A presenter for events that refer to these texts.
  public init(sources: SourceMap) {
    self.sources = sources
  }

  /// Hands over each object that says what an event says; a definition says nothing.
  public func present(_ event: Event, _ write: (JSONValue) -> Void) {
    switch event {
    case .defined: return
    case .value(let report): write(value(report))
    case .forward(let pass):
      for position in pass.shown.positions(of: pass.tape.forwardNodes.count) {
        if let step = pass.tape.forwardStep(position, in: pass.graph) {
          write(object(step, in: pass.graph))
        }
      }
      write(result(pass))
    case .backward(let pass):
      for position in pass.shown.positions(of: pass.tape.backwardNodes.count) {
        if let step = pass.tape.backwardStep(position, in: pass.graph) {
          write(object(step, in: pass.graph))
        }
      }
      write(gradients(pass))
    case .walk(let pass):
      present(.forward(pass), write)
      present(.backward(pass), write)
    case .quiz(let report): write(quiz(report))
    case .update(let report): write(update(report))
    case .epoch(let report): write(epoch(report))
    case .progress: return
    case .trained(let report): write(trained(report))
    case .trial(let report): write(trial(report))
    case .search(let report): write(search(report))
    case .explained(let report): write(explanation(report))
    case .flow(let report): write(flow(report))
    case .compared(let report): write(comparison(report))
    case .rewound(let report): write(rewind(report))
    case .explainedUpdate(let report): write(explanation(report))
    case .plot(let report, let file): write(plot(report, to: file))
    case .check(let report): write(check(report))
    case .expect(let report):
      write(
        .object([
          ("type", .string("expect")), ("text", .string(report.text)),
          ("holds", .bool(report.holds)), ("actual", JSONPresenter.numbers(report.actual)),
        ]))
    case .claim(let report): write(claim(report))
    case .drawing(let report):
      write(
        .object([
          ("type", .string("drawing")), ("of", .string(report.pass.name)),
          ("file", report.file.map { .string($0) } ?? .null),
        ]))
    case .diagnostic(let diagnostic): write(diagnostic.jsonValue(in: sources))
    }
  }

  private func value(_ report: ValueReport) -> JSONValue {
    let value =
      report.parts.map(named) ?? report.text.map { .string($0) }
      ?? JSONPresenter.numbers(report.numbers)
    return .object([
      ("type", .string("value")), ("name", .string(report.name)), ("value", value),
    ])
  }

  private func result(_ pass: Pass) -> JSONValue {
    .object([
      ("type", .string("value")), ("name", .string(pass.name)),
      ("value", .number(pass.tape.value(of: pass.tape.output))),
    ])
  }

  private func object(_ step: ForwardStep, in graph: Graph) -> JSONValue {
    .object([
      ("type", .string("step")), ("phase", .string("forward")), ("index", .integer(step.index)),
      ("node", .string(graph.title(of: step.node))), ("operation", .string(step.operation.name)),
      ("operands", .array(step.operands.map { .string(graph.title(of: $0)) })),
      ("value", .number(step.value)), ("kink", .bool(step.isKink)),
    ])
  }

  private func object(_ step: BackwardStep, in graph: Graph) -> JSONValue {
    let style = FormulaStyle(.names, numbers: .exact, typeset: false)
    let contributions = step.contributions.map { sent -> JSONValue in
      .object([
        ("operand", .string(graph.title(of: sent.operand))),
        ("formula", .string(sent.formula.text(style))), ("local", .number(sent.local)),
        ("contribution", .number(sent.contribution)), ("adjoint", .number(sent.after)),
      ])
    }
    return .object([
      ("type", .string("step")), ("phase", .string("backward")), ("index", .integer(step.index)),
      ("node", .string(graph.title(of: step.node))), ("operation", .string(step.operation.name)),
      ("operands", .array(step.operands.map { .string(graph.title(of: $0)) })),
      ("adjoint", .number(step.upstream)), ("contributions", .array(contributions)),
      ("kink", .bool(step.isKink)),
    ])
  }

  private func gradients(_ pass: Pass) -> JSONValue {
    .object([
      ("type", .string("gradients")), ("of", .string(pass.name)),
      ("value", .number(pass.tape.value(of: pass.tape.output))),
      (
        "gradients",
        .object(pass.leaves.map { ($0.name, JSONPresenter.numbers(pass.gradient(at: $0))) })
      ),
    ])
  }

  private func check(_ report: CheckReport) -> JSONValue {
    let rows = report.rows.map { row -> JSONValue in
      .object([
        ("leaf", .string(row.leaf)), ("analytic", .number(row.analytic)),
        ("numeric", .number(row.numeric)), ("relative_error", .number(row.relativeError)),
        ("verdict", .string(row.verdict.rawValue)),
      ])
    }
    return .object(
      [
        ("type", .string("check")), ("of", .string(report.name)), ("rows", .array(rows)),
        ("holds", .bool(report.holds)),
      ] + (report.sweep.map { [("sweep", sweep($0))] } ?? []))
  }

  /// Numbers as a number, a list, or a list of lists.
  static func numbers(_ numbers: Numbers) -> JSONValue {
    switch numbers.shape {
    case .scalar: numbers.elements.first.map { .number($0) } ?? .null
    case .vector: .array(numbers.elements.map { .number($0) })
    case .matrix(let rows, let columns):
      .array(
        (0..<rows).map { row in
          .array(numbers.elements[row * columns..<(row + 1) * columns].map { .number($0) })
        })
    }
  }
}
