import Autodiff
import Reporting

/// Expressions that stand for what a program computes already: in `d(y)/d(w*x + b)` the expression
/// means the node of the program, not a new one that nothing depends on.
extension Interpreter {
  /// The nodes a program had before that each of some nodes stands for; the node itself if it is one
  /// of them, or if there is none.
  ///
  /// - Parameters:
  ///   - count: how many nodes there were before the expression was read.
  ///   - output: only nodes that this depends on, where any expression may stand for several.
  func meant(by nodes: [NodeID], before count: Int, in output: NodeID?) -> [[NodeID]] {
    guard nodes.contains(where: { Int($0.index) >= count }) else { return nodes.map { [$0] } }
    let sources = output.map { Set(graph.sources(of: $0)) }
    return zip(nodes, graph.alike(nodes, among: count)).map { node, alike in
      guard Int(node.index) >= count else { return [node] }
      let found = alike.filter { sources?.contains($0) ?? true }
      return found.isEmpty ? [node] : found
    }
  }

  /// A tensor with each element replaced by the one node it stands for.
  func meant(by tensor: Tensor, before count: Int, in output: NodeID?) -> Tensor {
    var nodes: [NodeID] = []
    for case .node(let node) in tensor.elements { nodes.append(node) }
    guard nodes.count == tensor.elements.count else { return tensor }
    let elements = zip(nodes, meant(by: nodes, before: count, in: output)).map {
      Tensor.Element.node($1.count == 1 ? $1[0] : $0)
    }
    return Tensor(shape: tensor.shape, elements: elements)
  }

  /// Nodes added up.
  func sum(of nodes: [NodeID]) -> NodeID {
    guard nodes.count > 1, let sum = Operators.named("sum") else {
      return nodes.first ?? graph.constant(0)
    }
    return graph.add(sum, nodes, at: .none)
  }
}
