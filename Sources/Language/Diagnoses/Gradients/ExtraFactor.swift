import Autodiff

extension Diagnosis where Subject == GradientSubject {
  /// A factor stands in the product that does not belong there.
  static let extraFactor = Diagnosis(
    "extra-factor",
    "a factor stands in the product that does not belong there", .chain
  ) { subject in
    var mutants = subject.mutants { row in
      // Signs have a diagnosis of their own.
      row.alike.filter { !["add", "sub", "neg"].contains(row.name($0.edges[0])) } + row.functions
    } change: { row, edge, point in
      let local = row.locals(point)[edge]
      return local * local
    } sentence: { row, set in
      "the factor \(subject.factor(row, set)) stands in the product twice"
        + subject.others(row, set)
    }
    for (name, value) in [
      ("the value of", { (y: Double) in y }), ("y*(1 - y) for y =", { $0 * (1 - $0) }),
      ("1 - y^2 for y =", { 1 - $0 * $0 }),
    ] {
      mutants += subject.mutants(
        { $0.alike }, family: name,
        change: { row, edge, point in
          row.locals(point)[edge] * value(row.value(row.node(edge), point))
        },
        sentence: { row, set in
          "a factor too many, \(name) \(subject.title(row.node(set.edges[0])))"
            + subject.others(row, set)
        })
      for node in subject.namedNodes {
        mutants += subject.elements(for: node).map { elements in
          Mutant(
            family: name + (subject.graph.part(of: node)?.name ?? ""), elements: elements,
            results: { point in
              let factor = value(subject.points[point][Int(node.index)])
              return subject.truth(point)[elements].map { $0 * factor }
            },
            sentence: {
              "a factor too many, \(name) \(subject.graph.title(of: node)), which is "
                + subject.number(subject.points[subject.focus.point][Int(node.index)])
            })
        }
      }
    }
    return mutants
  }
}

extension GradientSubject {
  /// The elements of the claim that a node may be put beside: all, for a scalar; of a vector or
  /// matrix like the target, the one at its place.
  func elements(for node: NodeID) -> [Range<Int>] {
    guard let part = graph.part(of: node), part.shape != .scalar else { return [0..<elementCount] }
    if targets.count == 1, outputs.count == 1 { return graph.isConstant(node) ? [] : [0..<1] }
    guard part.shape == targetShape else { return [] }
    return outputs.indices.map { row in
      let place = row * targets.count + part.element
      return place..<place + 1
    }
  }

  /// The leaves and named nodes that the outputs depend on, a few hundred at most.
  var namedNodes: [NodeID] {
    var known: Set<NodeID> = []
    return (outputs.prefix(4).flatMap(graph.sources) + mentioned).filter {
      (graph.isNamed($0) || graph.isLeaf($0)) && known.insert($0).inserted
    }.suffix(300)
  }
}
