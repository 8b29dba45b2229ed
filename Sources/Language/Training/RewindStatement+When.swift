import Autodiff
import Reporting
import Training

/// Finding the first step of a run before which a condition holds.
extension RewindStatement {
  /// The step; nil for the end of the run, if the condition only holds there.
  ///
  /// `step`, `loss`, `lr` and `gradient_norm` are those of the step about to be made; the other
  /// curves of the run are worth what the last reported epoch before it gave.
  func firstStep(where condition: Expression) throws(Diagnostic) -> Int? {
    let course = history.course
    if case .number = condition.kind {
      throw RewindProblem.noCondition(interpreter.words(condition.range))
        .diagnostic(at: condition.range)
    }
    let random = interpreter.random
    defer { interpreter.random = random }
    guard let first = history.checkpoints.kept.first else { return nil }
    var nearest = NearestMiss(condition)
    let curves = RunCurves(run)
    try refuseMissingCurves(in: condition)
    course.restore(first)
    for step in stride(from: 1, through: history.made, by: 1) {
      try course.advance(to: step - 1)
      let finished = course.finished
      try course.makeStep()
      var quantities = curves.values(after: finished)
      quantities["step"] = Double(step)
      if let epochs = course.epochs, epochs > 0 { quantities["epoch"] = Double(course.epoch) }
      quantities["loss"] = course.lastLoss
      if !course.rate.isNaN { quantities["lr"] = course.rate }
      quantities["gradient_norm"] = course.updating.gradientNorm
      if try holds(condition, quantities, "at step \(step)", &nearest) { return step }
    }
    let ends = curves.values(after: .max)
    if curves.areAll(in: condition), try holds(condition, ends, "at the end", &nearest) {
      return nil
    }
    throw RewindProblem.never(
      interpreter.words(condition.range), run: run.name, nearest: nearest.words(interpreter)
    )
    .diagnostic(at: condition.range)
  }

  /// Refuses a condition on a curve that a run may have, and this one has not.
  private func refuseMissingCurves(in expression: Expression) throws(Diagnostic) {
    switch expression.kind {
    case .name(let name):
      guard RunRecord.seriesMeanings.contains(where: { $0.name == name }),
        !run.series.contains(where: { $0.name == name }),
        interpreter.names.value(of: name) == nil
      else { return }
      throw TrainingProblem.noSeries(
        name, run: run.name, known: run.series.map(\.name), closest: nil
      ).diagnostic(at: expression.range)
    case .negated(let operand): try refuseMissingCurves(in: operand)
    case .power(let base, let power):
      try refuseMissingCurves(in: base)
      try refuseMissingCurves(in: power)
    case .chain(let first, let links):
      try refuseMissingCurves(in: first)
      for link in links { try refuseMissingCurves(in: link.operand) }
    case .call(_, let arguments):
      for argument in arguments { try refuseMissingCurves(in: argument.value) }
    case .number, .text, .element, .member, .list, .comprehension, .range: break
    }
  }

  private func holds(
    _ condition: Expression, _ quantities: [String: Double], _ place: String,
    _ nearest: inout NearestMiss
  ) throws(Diagnostic) -> Bool {
    interpreter.names.enter(quantities.mapValues { .number($0) }, isCall: false)
    defer { interpreter.names.leave() }
    let what = "'when'"
    return try interpreter.temporarily { () throws(Diagnostic) in
      let value = try interpreter.number(
        of: try interpreter.evaluate(condition), what, at: condition.range)
      if value != 0, !value.isNaN { return true }
      if let side = nearest.side {
        let number = try interpreter.number(
          of: try interpreter.evaluate(side), what, at: side.range)
        nearest.note(number, place)
      }
      return false
    }
  }
}

/// The curves of a run that are noted an epoch at a time.
private struct RunCurves {
  private let run: RunRecord
  private let series: [(name: String, values: [Double])]

  init(_ run: RunRecord) {
    let ended = run.rewound?.ended ?? run
    self.run = ended
    series = ended.series.filter { !["loss", "lr", "gradient_norm"].contains($0.name) }
  }

  /// What the last reported epoch, of so many that are over, has given; nan before the first.
  func values(after finished: Int) -> [String: Double] {
    let reported = run.places.partitioningIndex { $0 > Double(finished) }
    var values: [String: Double] = [:]
    for (name, numbers) in series { values[name] = reported == 0 ? .nan : numbers[reported - 1] }
    return values
  }

  /// Whether a condition speaks of nothing else, so that it makes sense after the last step too.
  func areAll(in condition: Expression) -> Bool {
    guard case .chain(let first, let links) = condition.kind else { return false }
    return ([first] + links.map(\.operand)).allSatisfy { part in
      switch part.kind {
      case .number: true
      case .name(let name): series.contains { $0.name == name }
      default: false
      }
    }
  }
}

extension [Double] {
  /// The first place whose element passes, in a list that has all that pass at its end.
  fileprivate func partitioningIndex(where passes: (Double) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if passes(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

/// How near a comparison came to being true.
private struct NearestMiss {
  /// The side of it that changes; nil if the condition is no comparison of two things.
  let side: Expression?
  private let isLargest: Bool
  private var best: Double?
  private var place = ""

  init(_ condition: Expression) {
    guard case .chain(let left, let links) = condition.kind, links.count == 1,
      let link = links.first, let rises = NearestMiss.rises(link.symbol)
    else {
      (side, isLargest) = (nil, true)
      return
    }
    if case .number = left.kind {
      (side, isLargest) = (link.operand, !rises)
    } else {
      (side, isLargest) = (left, rises)
    }
  }

  /// Whether a comparison wants its left side large; nil for another sign.
  private static func rises(_ symbol: Symbol) -> Bool? {
    switch symbol.rawValue {
    case ">", ">=": true
    case "<", "<=": false
    default: nil
    }
  }

  mutating func note(_ number: Double, _ place: String) {
    guard !number.isNaN else { return }
    if let best, isLargest ? number <= best : number >= best { return }
    (best, self.place) = (number, place)
  }

  /// The extreme, in words.
  func words(_ interpreter: Interpreter) -> String? {
    guard let side, let best else { return nil }
    let words = interpreter.words(side.range)
    return "the \(isLargest ? "largest" : "smallest") '\(words)' is "
      + "\(NumberStyle().text(best)), \(place)"
  }
}
