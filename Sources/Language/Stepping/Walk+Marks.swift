import Autodiff

/// What a learner's number at a stop is marked by, and what is made of it afterwards.
extension Walk {
  /// What follows at a stop from the learner's earlier numbers.
  func followed(at stop: Stop) -> LearnerNumbers.Followed? {
    stop.isBackward
      ? own.contribution(LearnerNumbers.Edge(node: node(of: stop), part: stop.part))
      : own.value(of: node(of: stop))
  }

  /// Carries a learner's number forward from a stop; nil if it was right, or none was given.
  mutating func note(_ number: Double?, at stop: Stop) {
    let node = node(of: stop)
    guard stop.isBackward else {
      own.note(number, value: node)
      return
    }
    guard let sent = sent(at: stop) else { return }
    own.note(
      number, sent: LearnerNumbers.Edge(node: node, part: stop.part), to: sent.operand,
      truth: sent.contribution)
  }

  /// What is certainly wrong with a number; nil if nothing is.
  func diagnosis(_ prediction: Prediction, at stop: Stop) -> String? {
    let node = node(of: stop)
    guard stop.isBackward else {
      return WrongFactor.sign(of: prediction, truth: pass.tape.value(of: node))
    }
    guard let sent = sent(at: stop) else { return nil }
    let (graph, tape) = (pass.graph, pass.tape)
    let upstream = tape.gradient(at: node)
    guard upstream != 0 else { return nil }
    return WrongFactor(
      node: node, operand: sent.operand, graph: graph, local: sent.contribution / upstream,
      upstream: upstream
    ).sentence(about: prediction)
  }

  private func sent(at stop: Stop) -> FoldedStep.Contribution? {
    let step = backward.folding.backwardStep(of: node(of: stop), pass.tape, in: pass.graph)
    return step.contributions.indices.contains(stop.part) ? step.contributions[stop.part] : nil
  }
}
