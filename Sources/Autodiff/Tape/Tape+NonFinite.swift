/// Where nan and infinity first arise.
extension Tape {
  /// The first node of the forward pass that is nan or infinite though all it was made from is
  /// finite; a leaf that was given such a number, if that comes first.
  public func firstNonFiniteValue(in graph: Graph) -> NodeID? {
    guard
      !values[output.offset].isFinite
        || forwardNodes.contains(where: { !values[$0.offset].isFinite })
    else { return nil }
    let needed = graph.ancestors(of: output)
    for index in needed.indices where needed[index] && !values[index].isFinite {
      return NodeID(index)
    }
    return nil
  }

  /// The first step of the backward pass, from 0, that sends something nan or infinite.
  public func firstNonFiniteGradient(in graph: Graph) -> (position: Int, contribution: Int)? {
    for (position, node) in backwardNodes.enumerated() {
      guard graph.operands(of: node).contains(where: { !adjoints[$0.offset].isFinite }) else {
        continue
      }
      guard let step = backwardStep(position, in: graph) else { continue }
      if let index = step.contributions.firstIndex(where: { !$0.after.isFinite }) {
        return (position, index)
      }
    }
    return nil
  }
}
