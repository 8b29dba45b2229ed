import Autodiff
public import Reporting

/// What a walk says at each stop, and how it answers what is typed.
extension Walk {
  /// What is computed next, with its numbers but without its result.
  public func question() -> Document { question(withHead: true) }

  /// The same; within a step, what arrived at its node need not be said before each product.
  private func question(withHead: Bool) -> Document {
    guard let stop else {
      return Document(StyledText("the end: Enter leaves, 'back' goes back", .muted))
    }
    let node = node(of: stop)
    guard stop.isBackward else {
      return title("forward", stop.step, of: forward.folding.forwardNodes.count)
        + forward.step(stop.step, node, hidesResult: true)
    }
    let step = backward.folding.backwardStep(of: node, pass.tape, in: pass.graph)
    var document = title("backward", stop.step, of: backward.folding.backwardNodes.count)
    if stop.part == 0 || withHead {
      document.add(backward.head(stop.step, step))
    } else {
      document = Document()
    }
    guard stop.part < step.contributions.count else {
      document.add(StyledText("nothing flows back from here", .muted), indent: 5)
      return document
    }
    document.add(backward.contribution(step.contributions[stop.part], of: step, hidesResult: true))
    return document
  }

  private func title(_ phase: String, _ step: Int, of count: Int) -> Document {
    guard step == 0 else { return Document() }
    return Document(
      StyledText("\(phase) ", .heading) + StyledText(pass.name, .name)
        + StyledText("  \(count) \(count == 1 ? "step" : "steps")", .muted))
  }

  /// The result of the stop, after a prediction if there was one.
  private mutating func result(_ prediction: Prediction?) -> Document {
    guard let stop, let truth = truth else { return Document() }
    var document = Document()
    let shown = presenter.number(truth.value)
    if let prediction {
      let mark = Mark(prediction, truth: truth.value, followed: followed(at: stop))
      note(mark == .right ? nil : prediction.value, at: stop)
      let words = mark.words(presenter.number(prediction.value), number: presenter.number)
      document.add(
        StyledText(words, mark.isEarned ? .good : .bad) + StyledText(shown, .number), indent: 5)
      if mark == .wrong, let why = diagnosis(prediction, at: stop) {
        document.add(StyledText(why, .warning), indent: 5)
      }
    } else {
      note(nil, at: stop)
      document.add(StyledText("= ", .muted) + StyledText(shown, .number), indent: 5)
    }
    if stop.isBackward, let sent = truth.sent {
      let operand = presenter.title(of: sent.operand, in: pass.graph)
      let name = presenter.derivative(of: pass.name, by: operand)
      var line = StyledText("\(name)", .name)
      if let before = sent.before {
        line += StyledText(" was ", .muted) + StyledText(presenter.number(before), .number)
        line += StyledText(", is now ", .muted)
      } else {
        line += StyledText(" had nothing yet, is now ", .muted)
      }
      line += StyledText(presenter.number(sent.after), .number)
      document.add(line, indent: 5)
    }
    return document
  }

  /// What the stop computes: a value, or what is sent to one operand.
  private var truth: (value: Double, sent: FoldedStep.Contribution?)? {
    guard let stop else { return nil }
    let node = node(of: stop)
    guard stop.isBackward else { return (pass.tape.value(of: node), nil) }
    let step = backward.folding.backwardStep(of: node, pass.tape, in: pass.graph)
    guard stop.part < step.contributions.count else { return nil }
    return (step.contributions[stop.part].contribution, step.contributions[stop.part])
  }

  /// Does what was typed and says what came of it; nil to stop walking.
  public mutating func answer(_ command: WalkCommand) -> Document? {
    switch command {
    case .quit: return nil
    case .help: return help
    case .next: return isAtEnd ? nil : step(nil)
    case .predict(let text): return isAtEnd ? question() : step(Prediction(text))
    case .back(let count):
      guard count <= Walk.mostStopsBack else {
        return complaint(
          "'back' goes \(Walk.mostStopsBack) stops at most; 'start' goes to the first")
      }
      var left = count
      while left > 0, stop != firstStop {
        goBack()
        left -= 1
      }
    case .start: goToStart()
    case .end: goToEnd()
    case .unfold: setUnfolded(true)
    case .fold: setUnfolded(false)
    case .node(let name):
      if !go(toNode: name) {
        return complaint(
          isLeaf(name)
            ? "'\(name)' is given, not computed, and nothing flows back to it here"
            : "no step here is called '\(name)'")
      }
    case .line(let line):
      let found = go { [presenter, pass] in presenter.line(of: $0, in: pass.graph) == line }
      if !found {
        let isNumbered = presenter.line(of: pass.tape.output, in: pass.graph) != nil
        return complaint(
          "no step here comes from line \(line)"
            + (isNumbered ? "" : "; only programs read from a file have numbered lines"))
      }
    case .until(let text):
      do throws(ConditionProblem) {
        let condition = try Condition(text)
        if !go(until: condition) { return complaint("this holds at no later step") }
      } catch {
        return complaint(error.message)
      }
    case .unknown(let text):
      return complaint("'\(text)' means nothing here; '?' lists what does, 'q' leaves")
    }
    return question()
  }

  /// Each stop back is computed: more of them would keep a person waiting.
  private static let mostStopsBack = 10_000

  private mutating func step(_ prediction: Prediction?) -> Document {
    var document = result(prediction)
    advance()
    if isAtEnd { document.add(backward.gradients()) }
    document.add(question(withHead: false))
    return document
  }

  private func complaint(_ words: String) -> Document {
    Document(StyledText(words, .warning))
  }

  private var help: Document {
    var table = Table(indent: 2)
    for entry in WalkCommand.guide {
      table.rows.append([StyledText(entry.words, .name), StyledText(entry.meaning)])
    }
    var document = Document()
    document.add(table)
    return document
  }
}

extension Document {
  fileprivate static func + (left: Document, right: Document) -> Document {
    var sum = left
    sum.add(right)
    return sum
  }
}
