import Autodiff
import Reporting

extension Interpreter {
  /// A network like another, with leaves of its own that hold other numbers, tensor by tensor; also
  /// which leaf stands for which of the other's.
  func copy(
    of network: Network, named name: String, holding numbers: [[Double]], at range: SourceRange
  ) -> (network: Network, leaves: [NodeID: NodeID]) {
    var leaves: [NodeID: NodeID] = [:]
    var tensors: [NetworkTensor] = []
    for (tensor, numbers) in zip(network.tensors, numbers) {
      let full = "\(name).\(tensor.name)"
      let round = graph.nextRound(of: full, inRound: 0)
      var copy = tensor
      copy.nodes = numbers.enumerated().map { place, number in
        let leaf = graph.addLeaf(number, at: range)
        graph.name(leaf, full, shape: tensor.shape, element: place, round: round)
        return leaf
      }
      for (old, new) in zip(tensor.nodes, copy.nodes) { leaves[old] = new }
      tensors.append(copy)
    }
    let copy = Network(
      name: name, inputs: network.inputs, layers: network.layers, tensors: tensors)
    return (copy, leaves)
  }
}
