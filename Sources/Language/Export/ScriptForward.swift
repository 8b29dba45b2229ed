import Autodiff
import Reporting
import Training

/// The `forward` of a network: its layers as lines of Python.
struct ScriptForward {
  private let interpreter: Interpreter
  private let network: Network
  private let leaves: [NodeID: PythonPart]
  private let range: SourceRange
  private var names = PythonNames()
  private(set) var lines: [String] = []
  /// Whether some layer drops units.
  private(set) var drops = false

  init(
    _ interpreter: Interpreter, _ network: Network, leaves: [NodeID: PythonPart],
    at range: SourceRange
  ) throws(Diagnostic) {
    self.interpreter = interpreter
    self.network = network
    self.leaves = leaves
    self.range = range
    let result = try write(network.layers, "x")
    lines.append("return \(result)")
  }

  private mutating func write(_ layers: [any Layer], _ input: String) throws(Diagnostic) -> String {
    var flow = input
    for layer in layers { flow = try write(layer, flow) }
    return flow
  }

  private mutating func write(_ layer: any Layer, _ input: String) throws(Diagnostic) -> String {
    switch layer {
    case let dense as DenseLayer:
      let weights = try self.weights(of: dense)
      let bias = dense.hasBias ? ", self.b\(dense.number)" : ""
      let sums = assign("z\(dense.number)", "F.linear(\(input), \(weights)\(bias))")
      guard let activation = dense.activation else { return sums }
      return assign("a\(dense.number)", try apply(activation, to: sums, dense.width))
    case let function as FunctionLayer:
      return assign(
        function.dense.map { "a\($0)" } ?? "h",
        try apply(function.function, to: input, function.width))
    case let norm as BatchNormLayer:
      let number = norm.number
      return assign(
        "n\(number)",
        "F.batch_norm(\(input), self.running_mean\(number), self.running_var\(number), "
          + "self.gamma\(number), self.beta\(number), self.training, "
          + "momentum=\(PythonText.number(norm.momentum)), "
          + "eps=\(PythonText.number(norm.eps)))")
    case let norm as LayerNormLayer:
      let number = norm.number
      return assign(
        "n\(number)",
        "F.layer_norm(\(input), (\(norm.width),), self.gamma\(number), self.beta\(number), "
          + "eps=\(PythonText.number(norm.settings[0])))")
    case let dropout as DropoutLayer:
      guard dropout.settings[1] == 0 else {
        throw ScriptProblem.noCounterpart(
          "mode=\"classic\"", instead: "PyTorch's dropout is mode=\"inverted\""
        ).diagnostic(at: range)
      }
      drops = true
      return assign(
        "d\(dropout.number)",
        "self.dropout(\(input), \(dropout.number), \(PythonText.number(dropout.settings[0])))")
    case let residual as ResidualLayer:
      let inner = try write(residual.inner, input)
      return assign("r", "\(input) + \(inner)")
    default:
      throw ScriptProblem.noCounterpart(layer.words, instead: "leave the layer away")
        .diagnostic(at: range)
    }
  }

  private mutating func assign(_ name: String, _ expression: String) -> String {
    let chosen = names.unique(name)
    lines.append("\(chosen) = \(expression)")
    return chosen
  }

  private mutating func weights(of dense: DenseLayer) throws(Diagnostic) -> String {
    let weights = "self.w\(dense.number)"
    guard let via = dense.via else { return weights }
    let shape = Shape.matrix(dense.width, dense.inputs)
    let elements = (0..<shape.count).map {
      PythonPart(PythonPart.Element(tensor: weights, shape: shape, place: $0))
    }
    return try through(via, shape, elements, whole: weights)
  }

  private mutating func apply(_ function: FunctionValue, to input: String, _ width: Int)
    throws(Diagnostic) -> String
  {
    let shape = Shape.vector(width)
    let elements = (0..<width).map {
      PythonPart(
        PythonPart.Element(tensor: input, shape: shape, place: $0, isOfRows: true))
    }
    return try through(function, shape, elements, whole: input)
  }

  /// What a function makes of a tensor: one expression for all elements if they are alike.
  private mutating func through(
    _ function: FunctionValue, _ shape: Shape, _ elements: [PythonPart], whole: String
  ) throws(Diagnostic) -> String {
    let (interpreter, leaves, range, names) = (interpreter, leaves, range, names)
    let (more, text, scope) = try interpreter.temporarily {
      () throws(Diagnostic) -> ([String], String, PythonNames) in
      let nodes = elements.map { _ in interpreter.graph.addLeaf(1, at: .none) }
      let value = try interpreter.call(
        function, with: [.tensor(Tensor(shape: shape, elements: nodes.map { .node($0) }))],
        at: range)
      let results = try interpreter.tensor(value, "what '\(function.name)' gives", at: range)
        .elements.map(interpreter.node)
      if let alike = ScriptForward.alike(
        interpreter.graph, nodes, results, leaves, names, whole)
      {
        return alike
      }
      var given: [NodeID: PythonPart] = [:]
      for (node, element) in zip(nodes, elements) { given[node] = element }
      var graph = PythonGraph(
        interpreter.graph, leaves: leaves, given: given, names: names)
      let row = PythonPart.row(graph.write(results))
      if case .matrix(let rows, let columns) = shape {
        return (graph.lines, "\(row).reshape(\(rows), \(columns))", graph.names)
      }
      return (graph.lines, row, graph.names)
    }
    lines += more
    self.names = scope
    return text
  }

  /// The lines and the expression for any element, if they are the same for all.
  private static func alike(
    _ graph: Graph, _ nodes: [NodeID], _ results: [NodeID], _ leaves: [NodeID: PythonPart],
    _ names: PythonNames, _ whole: String
  ) -> ([String], String, PythonNames)? {
    guard results.count == nodes.count else { return nil }
    var first: ([String], String, PythonNames)?
    let foreign = "\u{0}"
    var given: [NodeID: PythonPart] = [:]
    for node in nodes { given[node] = PythonPart(foreign) }
    for (node, result) in zip(nodes, results) {
      given[node] = PythonPart(whole)
      defer { given[node] = PythonPart(foreign) }
      var writer = PythonGraph(graph, leaves: leaves, given: given, names: names)
      let part = writer.write([result])[0]
      // A constant would not have the shape of its input.
      guard part.number == nil,
        (writer.lines + [part.text]).contains(where: { $0.contains(whole) }),
        !(writer.lines + [part.text]).contains(where: { $0.contains(foreign) })
      else { return nil }
      guard let first else {
        first = (writer.lines, part.text, writer.names)
        continue
      }
      guard first.0 == writer.lines, first.1 == part.text else { return nil }
    }
    return first
  }
}
