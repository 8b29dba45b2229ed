import Autodiff
import Reporting
import Training

/// The penalties of the last training where its loss is asked about afterwards.
extension Interpreter {
  /// A loss with the penalties of a run added, in the order a step adds them: what is added last
  /// is what reaches a weight first.
  func penalized(_ loss: NodeID, _ run: RunRecord, at range: SourceRange) throws(Diagnostic)
    -> NodeID
  {
    try penalized(loss, run, rates: try penaltyRates(of: run), at: range)
  }

  /// The rates of the penalties of a run as they are now.
  func penaltyRates(of run: RunRecord) throws(Diagnostic) -> (l1: Double, l2: Double) {
    guard let updating = run.updating else { return (0, 0) }
    return (
      try updating.l1.value(after: updating.done), try updating.l2.value(after: updating.done)
    )
  }

  /// A loss with the penalties of some rates added.
  func penalized(
    _ loss: NodeID, _ run: RunRecord, rates: (l1: Double, l2: Double), at range: SourceRange
  ) throws(Diagnostic) -> NodeID {
    guard let updating = run.updating else { return loss }
    let (l1, l2) = rates
    let weights = updating.parameters.tensors.filter(\.isWeight).flatMap { run.nodes[$0.places] }
    guard l1 != 0 || l2 != 0, !weights.isEmpty else { return loss }
    try foresee(nodes: 4 * weights.count, operands: 8 * weights.count, at: range)
    if run.subject != nil { graph.name(loss, "data_loss") }
    let total = graph.add([loss] + weights, at: range) { numbers in
      let weights = Array(numbers.dropFirst())
      var terms: [GraphNumber] = []
      if l1 != 0 { terms.append(Penalty.absolute(GraphNumber(l1), of: weights)) }
      if l2 != 0 { terms.append(Penalty.squared(GraphNumber(l2), of: weights)) }
      return [numbers[0] + terms.dropFirst().reduce(terms[0], +)]
    }[0]
    graph.name(total, "loss", round: graph.nextRound(of: "loss", inRound: rounds.last ?? 0))
    return total
  }

  /// What the penalties of a run put at some leaves before anything else arrives; nil if it has
  /// none.
  func penaltyGradient(_ run: RunRecord, at leaves: [NodeID]) throws(Diagnostic) -> [Double]? {
    guard let penalty = try run.updating?.penalty(at: run.nodes.map(graph.value)) else {
      return nil
    }
    let places = Dictionary(
      zip(run.nodes, penalty.gradient), uniquingKeysWith: { first, _ in first })
    return leaves.map { places[$0] ?? -0.0 }
  }
}
