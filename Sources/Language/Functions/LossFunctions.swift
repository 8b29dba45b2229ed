import Autodiff
import Reporting
import Training

extension Builtins {
  /// The losses as functions of a prediction and a target.
  static let losses: [Builtin] = Losses.all.flatMap { loss in
    ([loss.name] + loss.aliases).map { function($0, loss) }
  }

  private static let reduction = Setting(
    "reduction", words: Loss.Reduction.allCases.map(\.rawValue),
    "what becomes of the terms: their mean, their sum, or they themselves")

  private static func function(_ name: String, _ loss: Loss) -> Builtin {
    var options: [Builtin.Option] = []
    if loss.target == .classes {
      options.append(Builtin.Option(name: "weight", meaning: "a weight for each class"))
    }
    return Builtin(
      name, loss.summary, operands: ["prediction", "target"],
      settings: loss.settings + [reduction], options: options
    ) { interpreter, operands, settings, range throws(Diagnostic) in
      try interpreter.apply(loss, operands, settings, at: range)
    }
  }
}

extension Interpreter {
  fileprivate func apply(
    _ loss: Loss, _ operands: [Builtin.Operand], _ settings: Settings, at range: SourceRange
  ) throws(Diagnostic) -> Value {
    let prediction = try tensor(operands[0].value, "a prediction", at: operands[0].range)
    let target = try tensor(operands[1].value, "a target", at: operands[1].range)
    let mismatch = ProgramProblem.shapeMismatch(
      operation: loss.name, left: prediction.shape, right: target.shape
    ).diagnostic(at: range)
    var weights: [Double] = []
    if let option = operands.first(where: { $0.name == "weight" }) {
      weights = try numbers(option.value, "'weight'", at: option.range).elements
    }
    let rows: [(prediction: [Tensor.Element], target: [Tensor.Element])]
    let shape: Shape
    switch loss.target {
    case .values:
      guard prediction.elements.count == target.elements.count else { throw mismatch }
      rows = [(prediction.elements, target.elements)]
      shape = prediction.shape
    case .classes:
      guard prediction.shape != .scalar else {
        throw TrainingProblem.scoresNeeded(loss: loss.name).diagnostic(at: range)
      }
      guard let paired = Interpreter.rowsOfClasses(prediction, target) else { throw mismatch }
      rows = paired
      shape = if case .matrix = prediction.shape { .vector(rows.count) } else { .scalar }
      let classes = rows[0].prediction.count
      guard weights.isEmpty || weights.count == classes else {
        throw TrainingProblem.weightCount(weights.count, classes: classes).diagnostic(at: range)
      }
      try checkClasses(rows.map(\.target), classes, at: operands[1].range)
    }
    let chosen = Settings(Array(settings.values.dropLast()))
    let reduction = Loss.Reduction.allCases[Int(exactly: settings[loss.settings.count]) ?? 0]
    let count = rows.reduce(0) { $0 + $1.prediction.count }
    try spend(count, at: range)
    try foresee(nodes: 8 * count, at: range)
    let nodes = rows.flatMap { $0.prediction + $0.target }.map(node)
    let kept = Set(rows.flatMap(\.prediction).map(node))
    let results = graph.add(nodes, keeping: kept, at: range) { numbers in
      var terms: [GraphNumber] = []
      var targets: [[GraphNumber]] = []
      var place = 0
      for row in rows {
        let middle = place + row.prediction.count
        let end = middle + row.target.count
        targets.append(Array(numbers[middle..<end]))
        terms += loss.nodes(
          Array(numbers[place..<middle]), targets[targets.count - 1], weights, chosen)
        place = end
      }
      return Loss.reduced(
        terms, reduction, shares: loss.shares(of: targets, weights: weights))
    }
    if case .classes = loss.target { warnAboutSoftmax(loss, prediction, at: operands[0].range) }
    return simplified(
      Tensor(
        shape: reduction == .none ? shape : .scalar,
        elements: results.map { .node($0) }))
  }

  /// Each row of predictions with its class or its distribution; nil if they do not fit.
  private static func rowsOfClasses(_ prediction: Tensor, _ target: Tensor)
    -> [(prediction: [Tensor.Element], target: [Tensor.Element])]?
  {
    let (rows, columns): (Int, Int)
    switch prediction.shape {
    case .scalar: return nil
    case .vector(let count): (rows, columns) = (1, count)
    case .matrix(let height, let width): (rows, columns) = (height, width)
    }
    // A number for each row is its class; a row for each row, its distribution.
    let width: Int
    switch target.elements.count {
    case rows: width = 1
    case rows * columns where target.shape == prediction.shape: width = columns
    default: return nil
    }
    return (0..<rows).map { row in
      (
        Array(prediction.elements[row * columns..<(row + 1) * columns]),
        Array(target.elements[row * width..<(row + 1) * width])
      )
    }
  }

  /// A class is a whole number from 1 to the number of classes.
  private func checkClasses(
    _ targets: [[Tensor.Element]], _ classes: Int, at range: SourceRange
  ) throws(Diagnostic) {
    for target in targets where target.count == 1 {
      let number = number(target[0])
      guard let place = Int(exactly: number), 1...classes ~= place else {
        throw TrainingProblem.noSuchClass(number, classes: classes).diagnostic(at: range)
      }
    }
  }

  /// Says that a loss that takes logits was given probabilities.
  private func warnAboutSoftmax(_ loss: Loss, _ prediction: Tensor, at range: SourceRange) {
    guard loss.name == "cross_entropy",
      case .node(let node)? = prediction.elements.first,
      graph.operation(of: node)?.name == "softmax", warnedAt.insert(range).inserted
    else { return }
    emit(
      .diagnostic(
        Diagnostic(
          .warning, "softmax-twice",
          "'cross_entropy' takes logits and is given the result of a softmax", at: range,
          notes: ["it applies the softmax itself; leave the softmax away"])))
  }
}
