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
}
