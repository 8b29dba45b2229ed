import Autodiff
import Reporting
import Training

/// How the last step of a training or minimization changed a parameter.
extension Interpreter {
  /// The last step at a parameter, and the paths of the gradient it was made against.
  func explainedUpdate(
    _ update: UpdateRecord, of run: RunRecord, at place: Int, most: Int, range: SourceRange
  ) throws(Diagnostic) -> UpdateExplanation {
    let name = update.parameters.name(of: place)
    let loss = run.output.map { graph.title(of: $0) } ?? "loss"
    var lines = gradientLines(update, place, name, of: loss, run)
    if let line = clipLine(update, place) { lines.append(line) }
    lines += try updateLines(update, place, run, at: range)
    if let line = weightClipLine(update, place, name) { lines.append(line) }
    let plain = plainStep(update, place, name, run)
    let (before, after) = (update.before[place], update.after[place])
    return UpdateExplanation(
      of: loss, at: name, step: update.step, gradient: update.gradient[place],
      summary: summary(
        update, place, name, plain: plain?.number, isAhead: run.rewound != nil), lines: lines,
      notes: update.story?.notes ?? [], plain: plain,
      before: before, after: after,
      paths: try paths(of: update, run, at: place, most: most, range: range))
  }

  /// The gradient of a step as a sum over paths, at the parameters before it; nil if something else
  /// it was made from has changed since.
  private func paths(
    of update: UpdateRecord, _ run: RunRecord, at place: Int, most: Int, range: SourceRange
  ) throws(Diagnostic) -> GradientExplanation? {
    let now = run.nodes.map(graph.value)
    let (node, gradient) = (run.nodes[place], update.gradient[place])
    try take(update.before, of: run.nodes, nil)
    var found: GradientExplanation
    if let subject = run.subject {
      guard !update.rows.isEmpty else {
        try take(now, of: run.nodes, nil)
        return nil
      }
      found = try explanation(
        of: run, subject, rows: update.rows, at: node, rates: update.penalties, key: run.key,
        step: update.step - 1, most: most)
    } else {
      guard let output = run.output else { return nil }
      let loss = try penalized(output, run, rates: update.penalties, at: range)
      found = try explanation(
        of: loss, named: loss == output ? graph.title(of: loss) : "loss", at: node, most: most,
        range: range)
      if loss != output {
        for place in found.paths.indices { found.paths[place].firstTitle = "loss" }
      }
    }
    try take(now, of: run.nodes, nil)
    let isSame = abs(found.gradient - gradient) <= 1e-9 * max(abs(gradient), abs(found.gradient))
    return isSame ? found : nil
  }

  // MARK: Lines

  /// The gradient, and with penalties what it is the sum of.
  private func gradientLines(
    _ update: UpdateRecord, _ place: Int, _ name: String, of loss: String, _ run: RunRecord
  ) -> [UpdateStory.Line] {
    let gradient = update.gradient[place]
    let (l1, l2) = update.penalties
    let isWeight =
      update.parameters.tensors.first { $0.places.contains(place) }?.isWeight ?? false
    guard isWeight, l1 != 0 || l2 != 0 else {
      return [
        UpdateStory.Line(
          name: "g", formula: Formula("d\(loss)/d\(name)", gradient), number: gradient)
      ]
    }
    let weight = Formula(name, update.before[place])
    var slopes: [(name: String, formula: Formula)] = []
    if l2 != 0 {
      slopes.append(("g_l2", Penalty.squaredSlope(Formula("l2", l2), at: weight)))
    }
    if l1 != 0 {
      slopes.append(("g_l1", Penalty.absoluteSlope(Formula("l1", l1), at: weight)))
    }
    var lines = slopes.map {
      UpdateStory.Line(name: $0.name, formula: $0.formula, number: $0.formula.number ?? .nan)
    }
    // A step adds what the rows contribute to what the penalties put there first.
    let penalty = lines.dropFirst().reduce(lines[0].number) { $0 + $1.number }
    let words = run.output == nil ? "d(data_loss)/d\(name)" : "d\(loss)/d\(name)"
    lines.append(
      UpdateStory.Line(
        name: "g_data", formula: Formula(words, gradient - penalty), number: gradient - penalty))
    let parts = lines.map { Formula($0.name, $0.number) }
    lines.append(
      UpdateStory.Line(
        name: "g", formula: parts.dropFirst().reduce(parts[0], +), number: gradient))
    return lines
  }

  /// What clipping made of the gradient.
  private func clipLine(_ update: UpdateRecord, _ place: Int) -> UpdateStory.Line? {
    guard let (clip, settings) = update.clip, update.clipped[place] != update.gradient[place]
    else { return nil }
    let formulas = update.parameters.tensors.map { tensor in
      tensor.places.map {
        $0 == place
          ? Formula("g", update.gradient[$0])
          : Formula("g of \(update.parameters.name(of: $0))", update.gradient[$0])
      }
    }
    let clipped = clip.formulas(formulas, settings).flatMap { $0 }
    return UpdateStory.Line(
      name: "g", formula: clipped[place], number: clipped[place].number ?? update.clipped[place])
  }

  private func weightClipLine(_ update: UpdateRecord, _ place: Int, _ name: String)
    -> UpdateStory.Line?
  {
    let weights = update.parameters.tensors.filter(\.isWeight)
    guard let (clip, settings) = update.clipWeights,
      let tensor = weights.firstIndex(where: { $0.places.contains(place) })
    else { return nil }
    let formulas = weights.map { tensor in
      tensor.places.map { Formula(update.parameters.name(of: $0), update.unclipped[$0]) }
    }
    let clipped = clip.formulas(formulas, settings)
    return UpdateStory.Line(
      name: name, formula: clipped[tensor][place - weights[tensor].places.lowerBound],
      number: update.after[place])
  }

  /// The optimizer's own lines.
  private func updateLines(
    _ update: UpdateRecord, _ place: Int, _ run: RunRecord, at range: SourceRange
  ) throws(Diagnostic) -> [UpdateStory.Line] {
    let name = update.parameters.name(of: place)
    let (before, gradient) = (update.before[place], update.clipped[place])
    if let optimizer = update.optimizer {
      let states = zip(update.stateNames ?? [], update.states).map {
        (name: $0, number: $1[place])
      }
      return UpdateStory(
        of: optimizer, parameter: (name, before), gradient: ("g", gradient), states: states,
        step: update.step, settings: update.settings
      ).lines
    }
    if let own = run.ownOptimizer {
      return try ownLines(own, update, place, name, at: range)
    }
    var lines = update.story?.lines(of: place, parameter: (name, before)) ?? []
    // The gradient has its line already.
    if let first = lines.firstIndex(where: { $0.name == "g" }),
      lines[first].number == update.gradient[place]
    {
      lines.remove(at: first)
    }
    return lines
  }

  /// What the learner's own optimizer computed, as it was written.
  private func ownLines(
    _ own: OwnOptimizer, _ update: UpdateRecord, _ place: Int, _ name: String, at range: SourceRange
  ) throws(Diagnostic) -> [UpdateStory.Line] {
    let numbers = own.operands.enumerated().map { index, operand -> Double in
      switch index {
      case 0: update.before[place]
      case 1: update.clipped[place]
      default:
        operand == "t"
          ? Double(update.step)
          : own.stateNames.firstIndex(of: operand).map { update.states[$0][place] } ?? .nan
      }
    }
    let nodes = try ownNodes(own, numbers + update.settings.values, at: range)
    let tape = Tape(of: nodes[0], in: graph)
    let folding = Folding(tape, in: graph)
    return folding.forwardNodes.map { node in
      UpdateStory.Line(
        name: node == nodes[0] ? name : graph.title(of: node),
        formula: folding.definition(of: node, tape, in: graph), number: tape.value(of: node))
    }
  }

  /// What a plain step against the unclipped gradient would have made of a parameter.
  private func plainStep(_ update: UpdateRecord, _ place: Int, _ name: String, _ run: RunRecord)
    -> (formula: Formula, number: Double)?
  {
    guard let plain = Optimizers.named("sgd") else { return nil }
    let rates = [(run.settings, update.settings), (plain.settings, plain.defaultSettings)]
    let rate = rates.lazy.compactMap { settings, numbers in
      settings.firstIndex { $0.name == "lr" }.map { numbers[$0] }
    }.first
    guard let rate else { return nil }
    if update.optimizer === plain, update.clip == nil, update.clipWeights == nil,
      update.settings == plain.with(rate: rate)
    {
      return nil
    }
    let story = UpdateStory(
      of: plain, parameter: (name, update.before[place]),
      gradient: ("g", update.gradient[place]), states: [], step: update.step,
      settings: plain.with(rate: rate))
    return story.lines.last.map { ($0.formula, $0.number) }
  }

  /// One sentence: where the parameter went, and what decided how far.
  private func summary(
    _ update: UpdateRecord, _ place: Int, _ name: String, plain: Double?, isAhead: Bool
  ) -> String {
    let (goes, stays) = isAhead ? ("will go", "will stay") : ("went", "stayed")
    let style = NumberStyle(digits: 3)
    let move = update.after[place] - update.before[place]
    guard move != 0 else {
      if update.story?["accepted"] == .words("no") {
        return "\(name) \(stays) where it \(isAhead ? "is" : "was"): the step was not taken"
      }
      return update.gradient[place] == 0
        ? "\(name) \(stays) where it \(isAhead ? "is" : "was"): its gradient is 0"
        : "\(name) \(stays) where it \(isAhead ? "is" : "was"): the step is too small to change it"
    }
    let gradient = update.gradient[place]
    let slope = style.text(gradient)
    let isAgainst = (move < 0) == (gradient > 0)
    var sentence =
      "\(name) \(goes) \(move < 0 ? "down" : "up") by \(style.text(abs(move)))"
      + (gradient == 0
        ? " though its gradient is 0"
        : " \(isAgainst ? "against" : "along") a gradient of \(slope)")
    if gradient != 0, update.clipped[place] != gradient {
      sentence += ", which clipping had scaled by \(style.text(update.clipped[place] / gradient))"
    }
    if let plain, plain != update.before[place] {
      let ratio = move / (plain - update.before[place])
      if ratio < 0 {
        sentence += ", the other way than plain descent would have moved it"
      } else if abs(ratio) > 1.001 {
        sentence += ", \(style.text(ratio)) times as far as plain descent would have moved it"
      } else if abs(ratio) < 0.999 {
        sentence += "; plain descent would have moved it \(style.text(1 / ratio)) times as far"
      }
    }
    return sentence
  }
}

extension Optimizer {
  /// Its settings with a learning rate and nothing else changed.
  fileprivate func with(rate: Double) -> Settings {
    Settings(settings.map { $0.name == "lr" ? rate : $0.standard })
  }
}
