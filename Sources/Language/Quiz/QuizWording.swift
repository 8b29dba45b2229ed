import Autodiff
import Reporting

/// The words of a quiz.
struct QuizWording {
  private let pass: Pass
  private let presenter: TextPresenter

  init(_ pass: Pass, _ presenter: TextPresenter) {
    self.pass = pass
    self.presenter = presenter
  }

  /// What is given, and how many numbers are asked for.
  func introduction(_ report: QuizReport) -> Document {
    var line = StyledText("quiz ", .heading) + StyledText(pass.name, .name)
    let count = "  \(report.blanks) \(report.blanks == 1 ? "number is" : "numbers are") asked for"
    line += StyledText(count, .muted)
    if let level = report.level {
      line += StyledText(", level \(level), seed \(report.seed)", .muted)
    } else if report.blanks < report.questions.count {
      line += StyledText(", drawn with seed \(report.seed)", .muted)
    }
    var document = Document(line)
    if let program = report.program {
      for statement in program { document.add(StyledText(statement, .formula), indent: 2) }
    } else {
      let given = pass.leaves.filter { $0.shape == .scalar }.prefix(8).compactMap { leaf in
        leaf.nodes.first.map { "\(leaf.name) = \(presenter.number(pass.tape.value(of: $0)))" }
      }
      if !given.isEmpty {
        document.add(StyledText(given.joined(separator: ", "), .formula), indent: 2)
      }
    }
    return document
  }

  /// What is asked, without the number.
  func question(_ question: QuizQuestion) -> StyledText {
    StyledText(words(question), .formula) + StyledText(" = ", .muted) + StyledText("?", .heading)
  }

  /// A number that is shown and not asked for.
  func answered(_ question: QuizQuestion) -> StyledText {
    StyledText("     " + words(question), .formula) + StyledText(" = ", .muted)
      + StyledText(presenter.number(question.truth), .number)
  }

  /// What is asked for, by name.
  func words(_ question: QuizQuestion) -> String {
    let title = presenter.title(of: question.node, in: pass.graph)
    switch question.kind {
    case .value:
      let formula = pass.graph.application(of: question.node)?.text(presenter.names) ?? title
      return pass.graph.isNamed(question.node) ? "\(title) = \(formula)" : formula
    case .factor: return local(question)
    case .product:
      let target = question.operand.map { presenter.title(of: $0, in: pass.graph) } ?? title
      let isPart = question.operand.map(arrivals) ?? 1 > 1
      return presenter.derivative(of: pass.name, by: target) + (isPart ? " += " : " = ")
        + presenter.derivative(of: pass.name, by: title) + presenter.times + local(question)
    case .sum:
      return presenter.derivative(of: pass.name, by: title)
        + ", the sum of \(arrivals(question.node)) products"
    }
  }

  /// A local derivative by name: `dz/dw`.
  private func local(_ question: QuizQuestion) -> String {
    let title = presenter.title(of: question.node, in: pass.graph)
    let operand = question.operand.map { presenter.title(of: $0, in: pass.graph) } ?? ""
    let parts = pass.tape.sent(by: question.node, in: pass.graph)
    let places = parts.indices.filter { parts[$0].operand == question.operand }
    let which =
      places.count > 1
      ? " (its use \((places.firstIndex(of: question.part) ?? 0) + 1))" : ""
    let derivative = presenter.derivative(of: title, by: operand)
    return (derivative.hasPrefix("d/") ? "d(\(title))" + derivative.dropFirst() : derivative)
      + which
  }

  /// How many products arrive at a node.
  private func arrivals(_ node: NodeID) -> Int {
    pass.tape.backwardNodes.reduce(0) { count, step in
      count + pass.tape.sent(by: step, in: pass.graph).count { $0.operand == node }
    }
  }

  /// The rule behind a number, with its numbers in.
  func rule(_ question: QuizQuestion) -> StyledText? {
    let formula: Formula?
    switch question.kind {
    case .value: formula = pass.graph.application(of: question.node)
    case .factor: formula = self.formula(question)
    case .product:
      let upstream = presenter.factor(pass.tape.gradient(at: question.node))
      guard let factor = self.formula(question)?.number else { return nil }
      return StyledText("\(upstream)\(presenter.times)\(presenter.factor(factor))", .muted)
    case .sum: return nil
    }
    guard let formula else { return nil }
    let (names, numbers) = (formula.text(presenter.names), formula.text(presenter.substituted))
    if names == presenter.number(question.truth) { return nil }
    guard question.kind == .factor else { return StyledText(numbers, .muted) }
    return StyledText(names == numbers ? names : "\(names) = \(numbers)", .muted)
  }

  private func formula(_ question: QuizQuestion) -> Formula? {
    guard let position = pass.tape.backwardNodes.firstIndex(of: question.node),
      let step = pass.tape.backwardStep(position, in: pass.graph),
      step.contributions.indices.contains(question.part)
    else { return nil }
    return step.contributions[question.part].formula
  }

  // MARK: Practice

  /// What the missed questions have in common, each thing once.
  func practice(_ missed: [QuizQuestion]) -> [StyledText] {
    var said: Set<String> = []
    var lines: [StyledText] = []
    for question in missed {
      let operation = pass.graph.operation(of: question.node)
      let sign = operation?.sign ?? ""
      let words: String
      switch question.kind {
      case .value: words = "the forward pass: what \(sign) computes"
      case .factor:
        words = "the derivative of \(sign): ':help \(operation?.name ?? "")' has its rule"
      case .product: words = "the chain rule: what has arrived times the local derivative"
      case .sum: words = "forks: what arrives on several paths is added"
      }
      if said.insert(words).inserted { lines.append(StyledText(words)) }
    }
    return lines
  }
}
