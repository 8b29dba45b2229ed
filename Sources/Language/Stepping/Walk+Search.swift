import Autodiff

/// Finding a step by what the program calls its node.
extension Walk {
  /// Goes on to the next step of a node, from the start again if there is none ahead; for a leaf,
  /// which has no step of its own, to the next product that is sent to it.
  mutating func go(toNode name: String) -> Bool {
    let wanted = Wanted(name)
    if go(where: { [pass] in wanted.isName(of: $0, in: pass.graph) }) { return true }
    let leaves = leaves(wanted)
    if !leaves.isEmpty { return go(toProductFor: leaves) }
    return !wanted.isIdentifier && go { [pass] in wanted.isTitle(of: $0, in: pass.graph) }
  }

  /// Whether a name is a leaf's.
  func isLeaf(_ name: String) -> Bool { !leaves(Wanted(name)).isEmpty }

  private func leaves(_ wanted: Wanted) -> Set<NodeID> {
    Set(pass.leaves.lazy.flatMap(\.nodes).filter { wanted.isName(of: $0, in: pass.graph) })
  }

  private mutating func go(toProductFor leaves: Set<NodeID>) -> Bool {
    let nodes = backward.folding.backwardNodes
    var isStep = [Bool](repeating: false, count: Int(pass.tape.output.index) + 1)
    for node in nodes { isStep[Int(node.index)] = true }
    var first = 0
    if let here = stop, here.isBackward {
      if go(toProductFor: leaves, inStep: here.step, after: here.part) { return true }
      first = here.step + 1
    }
    for distance in nodes.indices {
      let step = (first + distance) % nodes.count
      if uses(nodes[step], leaves, isStep), go(toProductFor: leaves, inStep: step, after: -1) {
        return true
      }
    }
    return false
  }

  private mutating func go(toProductFor leaves: Set<NodeID>, inStep step: Int, after part: Int)
    -> Bool
  {
    let node = backward.folding.backwardNodes[step]
    let products = backward.folding.backwardStep(of: node, pass.tape, in: pass.graph).contributions
    guard
      let found = products.indices.first(where: {
        $0 > part && leaves.contains(products[$0].operand)
      })
    else { return false }
    stop = Stop(isBackward: true, step: step, part: found)
    return true
  }

  /// Whether a step computes from one of these leaves, with everything that is folded into it.
  private func uses(_ node: NodeID, _ leaves: Set<NodeID>, _ isStep: [Bool]) -> Bool {
    pass.graph.operands(of: node).contains { operand in
      leaves.contains(operand) || !isStep[Int(operand.index)] && uses(operand, leaves, isStep)
    }
  }
}

/// What a person calls a node.
private struct Wanted {
  private let words: String
  /// Whether it is nothing but a name, which no operation can look like.
  let isIdentifier: Bool

  init(_ words: String) {
    self.words = words.filter { $0 != " " }
    isIdentifier = words.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
  }

  /// Whether it is the node's name, with or without the round or the element.
  func isName(of node: NodeID, in graph: Graph) -> Bool {
    // Bytes, because a million names are to be compared at once.
    guard let name = graph.name(of: node)?.utf8, name.starts(with: words.utf8) else { return false }
    let rest = name.dropFirst(words.utf8.count)
    return rest.isEmpty || rest.starts(with: "·".utf8) || rest.first == UInt8(ascii: "[")
  }

  /// Whether it is what the program wrote for a node without a name.
  func isTitle(of node: NodeID, in graph: Graph) -> Bool {
    guard !graph.isNamed(node) else { return false }
    return [false, true].contains {
      graph.title(of: node, typeset: $0).filter { $0 != " " } == words
    }
  }
}
