import Autodiff
import Reporting
import Training

/// The leaves that a value depends on, as attributes of a module or as variables.
struct ScriptLeaves {
  /// One vector, matrix or number.
  struct Tensor {
    /// What the program calls it.
    var name: String
    /// What the script calls it.
    var attribute: String
    var shape: Shape
    var nodes: [NodeID]
    var isTrained: Bool
    /// Whether it changes other than by training, as running statistics do, or never.
    var isBuffer: Bool
  }

  private(set) var tensors: [Tensor] = []

  /// The leaves of the program that some leaves belong to.
  init(
    _ interpreter: Interpreter, reached: Set<NodeID>, network: Network?, trained: Set<NodeID>,
    names: inout PythonNames, at range: SourceRange
  ) throws(Diagnostic) {
    let own = Set(network?.tensors.flatMap(\.nodes) ?? [])
    var known: Set<NodeID> = []
    func put(
      _ name: String, _ attribute: String, _ shape: Shape, _ nodes: [NodeID], _ role: LeafRole
    ) {
      tensors.append(
        Tensor(
          name: name, attribute: names.unique(attribute), shape: shape, nodes: nodes,
          isTrained: trained.contains(nodes[0]), isBuffer: role == .input))
    }
    func add(
      _ name: String, _ attribute: String, _ shape: Shape, _ nodes: [NodeID], _ role: LeafRole
    ) throws(Diagnostic) {
      let (learned, kept) = (
        nodes.filter(trained.contains), nodes.filter { !trained.contains($0) }
      )
      known.formUnion(nodes)
      guard learned.isEmpty || kept.isEmpty else {
        // A layer needs its weights in one piece.
        guard !own.contains(nodes[0]) else {
          throw ScriptProblem.partOfTensor(name).diagnostic(at: range)
        }
        put(name, attribute, .vector(learned.count), learned, role)
        put("\(name), not trained", "\(attribute)_kept", .vector(kept.count), kept, .input)
        return
      }
      put(name, attribute, shape, nodes, role)
    }
    for tensor in network?.tensors ?? [] {
      try add(
        "\(network?.name ?? "").\(tensor.name)", tensor.name, tensor.shape, tensor.nodes,
        tensor.role)
    }
    for leaf in interpreter.leaves()
    where !own.contains(leaf.nodes[0]) && leaf.nodes.contains(where: reached.contains) {
      try add(leaf.name, leaf.name, leaf.shape, leaf.nodes, leaf.role)
    }
    // Leaves whose names mean something else by now.
    for node in reached.subtracting(known).sorted() {
      let name = interpreter.graph.title(of: node)
      try add(name, name, .scalar, [node], .input)
    }
  }

  /// What stands for each leaf behind a prefix such as `self.`.
  func parts(_ prefix: String) -> [NodeID: PythonPart] {
    var parts: [NodeID: PythonPart] = [:]
    for tensor in tensors {
      for (place, node) in tensor.nodes.enumerated() {
        parts[node] = PythonPart(
          PythonPart.Element(tensor: prefix + tensor.attribute, shape: tensor.shape, place: place))
      }
    }
    return parts
  }
}

extension ScriptLeaves.Tensor {
  /// Its numbers as a tensor of PyTorch.
  func literal(_ numbers: [Double]) -> String {
    switch shape {
    case .scalar: "torch.tensor(\(PythonText.number(numbers[0])))"
    case .vector: "torch.tensor(\(PythonText.list(numbers)))"
    case .matrix(let rows, let columns):
      "torch.tensor(\(PythonText.rows(Matrix(rows: rows, columns: columns, elements: numbers))))"
    }
  }

  /// A tensor of its shape without numbers.
  var empty: String {
    switch shape {
    case .scalar: "torch.empty(())"
    case .vector(let count): "torch.empty(\(count))"
    case .matrix(let rows, let columns): "torch.empty(\(rows), \(columns))"
    }
  }
}
