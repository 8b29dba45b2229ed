import Autodiff
public import Reporting

/// A quiz under way: a question, a number, a mark, until the score.
public struct Quiz {
  let report: QuizReport
  let presenter: TextPresenter
  private let wording: QuizWording
  private var own: LearnerNumbers
  /// The place of the question that is asked; the number of questions at the end.
  private(set) var place = 0
  private(set) var earned = 0
  private(set) var carried = 0
  /// The questions that were answered wrongly or not at all.
  private(set) var missed: [QuizQuestion] = []

  /// A quiz that stands before its first question.
  public init(_ report: QuizReport, _ presenter: TextPresenter) {
    self.report = report
    self.presenter = presenter
    wording = QuizWording(report.pass, presenter)
    own = LearnerNumbers(
      report.pass, Folding(report.pass.tape, in: report.pass.graph, isUnfolded: true))
  }

  /// Whether every number has been asked for.
  public var isAtEnd: Bool { !report.questions[place...].contains(where: \.isBlank) }

  private var asked: Int { report.questions[..<place].count(where: \.isBlank) }

  /// What is to be known before the first question.
  public func introduction() -> Document { wording.introduction(report) }

  /// What is shown before the next blank, and the question itself; at the end, the score.
  public mutating func question() -> Document {
    var document = Document()
    while place < report.questions.count, !report.questions[place].isBlank {
      document.add(wording.answered(report.questions[place]))
      place += 1
    }
    guard place < report.questions.count else {
      document.add(score())
      return document
    }
    document.add(
      StyledText("\(asked + 1)/\(report.blanks)  ", .muted)
        + wording.question(report.questions[place]))
    return document
  }

  /// Marks what was typed, or shows the number if nothing was, and goes on; nil if it is no number.
  public mutating func answer(_ text: String) -> Document? {
    guard place < report.questions.count else { return nil }
    let question = report.questions[place]
    var document = Document()
    if text.allSatisfy(\.isWhitespace) {
      note(nil, question)
      missed.append(question)
      document.add(
        StyledText("= ", .muted) + StyledText(presenter.number(question.truth), .number), indent: 5)
    } else {
      guard let prediction = Prediction(text) else { return nil }
      let mark = Mark(prediction, truth: question.truth, followed: followed(question))
      if mark.isEarned { earned += 1 } else { missed.append(question) }
      if case .carried = mark { carried += 1 }
      note(mark == .right ? nil : prediction.value, question)
      document.add(
        StyledText(
          mark.words(presenter.number(prediction.value), number: presenter.number),
          mark.isEarned ? .good : .bad)
          + StyledText(presenter.number(question.truth), .number), indent: 5)
      if mark == .wrong, let why = diagnosis(prediction, question) {
        document.add(StyledText(why, .warning), indent: 5)
      }
    }
    if let rule = wording.rule(question) { document.add(rule, indent: 5) }
    place += 1
    return document
  }

  /// What follows from the learner's earlier numbers.
  private func followed(_ question: QuizQuestion) -> LearnerNumbers.Followed? {
    switch question.kind {
    case .value: own.value(of: question.node)
    case .factor: own.factor(edge(question))
    case .product: own.contribution(edge(question))
    case .sum: own.sum(at: question.node)
    }
  }

  private mutating func note(_ number: Double?, _ question: QuizQuestion) {
    switch question.kind {
    case .value: own.note(number, value: question.node)
    case .factor:
      own.note(number, factor: edge(question))
      if !isFollowedByProduct(question) { carryProduct(of: question) }
    case .product:
      own.note(
        number, sent: edge(question), to: question.operand ?? question.node, truth: question.truth)
    case .sum: own.note(number, sum: question.node)
    }
  }

  /// Carries the product that is not asked for, because one of its factors is 1.
  private mutating func carryProduct(of question: QuizQuestion) {
    let parts = report.pass.tape.sent(by: question.node, in: report.pass.graph)
    guard parts.indices.contains(question.part) else { return }
    own.note(
      own.contribution(edge(question))?.number, sent: edge(question),
      to: parts[question.part].operand, truth: parts[question.part].contribution)
  }

  private func isFollowedByProduct(_ question: QuizQuestion) -> Bool {
    let next = place + 1
    guard report.questions.indices.contains(next) else { return false }
    let other = report.questions[next]
    return other.kind == .product && other.node == question.node && other.part == question.part
  }

  private func edge(_ question: QuizQuestion) -> LearnerNumbers.Edge {
    LearnerNumbers.Edge(node: question.node, part: question.part)
  }

  private func diagnosis(_ prediction: Prediction, _ question: QuizQuestion) -> String? {
    guard question.kind == .factor || question.kind == .product else {
      return WrongFactor.sign(of: prediction, truth: question.truth)
    }
    let (graph, tape) = (report.pass.graph, report.pass.tape)
    let parts = tape.sent(by: question.node, in: graph)
    guard parts.indices.contains(question.part) else { return nil }
    return WrongFactor(
      node: question.node, operand: parts[question.part].operand, graph: graph,
      local: parts[question.part].local,
      upstream: question.kind == .product ? tape.gradient(at: question.node) : nil
    ).sentence(about: prediction)
  }

  // MARK: The end

  /// How many numbers were right so far, and what to practise.
  public func score() -> Document {
    let total = isAtEnd ? report.blanks : asked
    var line = StyledText(
      "\(earned) of \(total) right", earned == total && total > 0 ? .good : .heading)
    if carried > 0 { line += StyledText(", \(carried) of them carried from a slip", .muted) }
    if total < report.blanks { line += StyledText(", \(report.blanks - total) not asked", .muted) }
    var document = Document(line)
    for words in wording.practice(missed) {
      document.add(StyledText("practise ", .muted) + words)
    }
    return document
  }
}
