import Autodiff
import Reporting
import Training

/// Networks: defined, evaluated, and asked for their parts.
extension Interpreter {
  func define(_ syntax: NetworkSyntax, at range: SourceRange) throws(Diagnostic) {
    guard names.isGlobal else {
      throw ProgramProblem.statementInFunction("net").diagnostic(at: range)
    }
    guard rounds.isEmpty else {
      throw ProgramProblem.leafInLoop(syntax.name.text).diagnostic(at: range)
    }
    if try isOpen(syntax) {
      bindOpen(syntax)
    } else {
      bind(try network(syntax))
    }
    noteDefinition(of: syntax.name.text)
  }

  /// Builds a network and its leaves.
  func network(_ syntax: NetworkSyntax) throws(Diagnostic) -> Network {
    let inputs = try wholeNumber(syntax.width, "the number of inputs")
    guard inputs >= 1 else {
      throw ProgramProblem.badSize(value: Double(inputs)).diagnostic(at: syntax.width.range)
    }
    let builder = NetworkBuilder(
      self, name: syntax.name.text, inputs: inputs, start: try start(syntax))
    let layers = try builder.layers(syntax.layers)
    return Network(
      name: syntax.name.text, inputs: inputs, layers: layers, tensors: builder.tensors)
  }

  /// Gives a network and its leaves their names.
  func bind(_ network: Network) {
    unbindParts(of: network.name)
    names.define(network.name, .network(network))
    for tensor in network.tensors {
      names.bind(
        "\(network.name).\(tensor.name)",
        Names.Binding(
          value: simplified(
            Tensor(shape: tensor.shape, elements: tensor.nodes.map { .node($0) })),
          role: tensor.role))
    }
  }

  /// Takes the names of its leaves and inner nodes from a network.
  func unbindParts(of network: String) {
    for name in names.globals.map(\.name) where name.hasPrefix(network + ".") {
      names.unbind(name)
    }
  }

  private func start(_ syntax: NetworkSyntax) throws(Diagnostic) -> InitializationChoice {
    try Interpreter.refuseDuplicates(syntax.options)
    let known = Network.options.map(\.name)
    for option in syntax.options {
      guard let name = option.name else {
        throw ProgramProblem.wrongArgumentCount(
          function: "net", signature: "net mlp = 2 -> dense(4, tanh) -> dense(1), init=xavier",
          expected: 0...0, given: 1
        ).diagnostic(at: option.value.range)
      }
      guard known.contains(name.text) else {
        throw ProgramProblem.unknownSetting(
          name.text, of: "net", closest: closestName(to: name.text, among: known), known: known
        ).diagnostic(at: name.range)
      }
    }
    func option(_ name: String) -> Expression? {
      syntax.options.first { $0.name?.text == name }?.value
    }
    let seed = try option("seed").map { (expression) throws(Diagnostic) in
      Int64(try wholeNumber(expression, "a seed"))
    }
    guard let expression = option("init") else {
      return InitializationChoice(.byDefault, .none, seed: seed)
    }
    let (word, arguments) = try wordAndArguments(expression, of: "init")
    let names = Initialization.all.map(\.name)
    guard let rule = Initialization.named(word) else {
      throw ProgramProblem.unknownWord(
        word, of: "init", known: names, closest: closestName(to: word, among: names)
      ).diagnostic(at: expression.range)
    }
    let settings = try numbers(of: rule.settings, in: arguments, for: word, at: expression.range)
    try refuseConflict(rule, settings, at: expression.range)
    return InitializationChoice(rule, settings, seed: seed)
  }

  /// Refuses settings of a way to begin that do not go together.
  func refuseConflict(_ rule: Initialization, _ settings: Settings, at range: SourceRange)
    throws(Diagnostic)
  {
    guard let conflict = rule.conflict(settings) else { return }
    throw ProgramProblem.settingConflict(conflict, of: rule.name).diagnostic(at: range)
  }

  // MARK: Use

  /// What a network makes of a row or of the rows of a matrix, as it is outside training.
  func evaluate(_ network: Network, _ value: Value, at range: SourceRange) throws(Diagnostic)
    -> Value
  {
    let given = try tensor(value, "what '\(network.name)' is given", at: range)
    let rows: [[NodeID]]
    var isMatrix = false
    switch given.shape {
    case .matrix(let count, network.inputs):
      isMatrix = true
      rows = (0..<count).map { row in
        given.elements[row * network.inputs..<(row + 1) * network.inputs].map(node)
      }
    case .scalar where network.inputs == 1, .vector(network.inputs):
      rows = [given.elements.map(node)]
    default:
      throw NetworkProblem.width(
        network: network.name, inputs: network.inputs, given: given.shape
      ).diagnostic(at: range)
    }
    let pass = NetworkPass(self, network, isTraining: false, at: range)
    let result = try pass.run(rows)
    if let row = rows.last { remember(row, pass) }
    let elements = result.flatMap { $0 }.map { Tensor.Element.node($0) }
    if isMatrix {
      return .tensor(
        Tensor(shape: .matrix(rows.count, network.outputs), elements: elements))
    }
    return simplified(
      Tensor(shape: network.outputs == 1 ? .scalar : .vector(network.outputs), elements: elements))
  }

  /// Remembers the inner nodes of the row that was evaluated last; where they are not to stay, its
  /// inputs, so that they can be made again.
  private func remember(_ row: [NodeID], _ pass: NetworkPass) {
    let name = pass.network.name
    let inputs = Tensor(
      shape: .vector(row.count), elements: row.map { .number(graph.value(of: $0)) })
    names.bind("\(name).x", Names.Binding(value: .tensor(inputs)))
    for (inner, nodes) in pass.inner {
      guard !isTemporary else {
        names.unbind("\(name).\(inner)")
        continue
      }
      let tensor = Tensor(shape: .vector(nodes.count), elements: nodes.map { .node($0) })
      names.bind("\(name).\(inner)", Names.Binding(value: .tensor(tensor)))
    }
  }

  /// A part of a network: a leaf, or an inner node on the row last evaluated.
  func member(_ name: Name, of network: Network) throws(Diagnostic) -> Value {
    if let binding = names.binding(of: "\(network.name).\(name.text)") { return binding.value }
    let pass = NetworkPass(self, network, isTraining: false, at: name.range)
    let inner = innerNames(of: network)
    guard inner.contains(name.text) else {
      let known = network.tensors.map(\.name) + inner
      throw NetworkProblem.noSuchMember(
        name.text, network: network.name, known: known,
        closest: closestName(to: name.text, among: known)
      ).diagnostic(at: name.range)
    }
    guard let last = names.binding(of: "\(network.name).x")?.value else {
      throw NetworkProblem.notEvaluatedYet(name.text, network: network.name)
        .diagnostic(at: name.range)
    }
    let row = try tensor(last, "the last row", at: name.range).elements.map(node)
    _ = try pass.run([row])
    remember(row, pass)
    guard let nodes = pass.inner.first(where: { $0.name == name.text })?.nodes else {
      throw NetworkProblem.notEvaluatedYet(name.text, network: network.name)
        .diagnostic(at: name.range)
    }
    return .tensor(Tensor(shape: .vector(nodes.count), elements: nodes.map { .node($0) }))
  }

  /// What the inner nodes of a network are called.
  func innerNames(of network: Network) -> [String] {
    network.tensors.flatMap { tensor -> [String] in
      if tensor.name.hasPrefix("w") {
        let number = tensor.name.dropFirst()
        return ["z\(number)", "a\(number)"]
      }
      if tensor.name.hasPrefix("gamma") { return ["n\(tensor.name.dropFirst(5))"] }
      return []
    } + ["x"]
  }
}
