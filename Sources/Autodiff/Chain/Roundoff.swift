extension Graph {
  /// About how far a node's value may be from what exact arithmetic would give: half a unit in the
  /// last place of every number it is computed from, as far as each moves it (Linnainmaa, 1976).
  public func roundoff(of node: NodeID, at values: [Double]) -> Double {
    let rule = ChainRule(from: node, to: leaves(below: node), in: self)
    let arrived = rule.arrivals(rule.locals(at: values, in: self))
    return zip(rule.nodes, arrived).reduce(0) { sum, pair in
      sum + abs(pair.1 * values[pair.0.offset])
    } * 0x1p-53
  }

  /// How many times more a node's value is rounded off than the largest number it is computed from,
  /// constants apart: large where nearly equal numbers are subtracted, and what is left is scaled up.
  public func strain(of node: NodeID, at values: [Double]) -> Double {
    let largest =
      sources(of: node).filter { !isConstant($0) }
      .map { abs(values[Int($0.index)]) }.max() ?? 0
    return largest == 0 ? 0 : roundoff(of: node, at: values) / (largest * 0x1p-53)
  }
}
