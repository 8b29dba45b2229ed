import Autodiff
import Reporting
import Training

/// Builds the layers of a network one after another, and the leaves they need.
final class NetworkBuilder {
  let interpreter: Interpreter
  let name: String
  /// How many outputs the layers built so far have.
  private(set) var width: Int
  private(set) var tensors: [NetworkTensor] = []
  private let start: InitializationChoice
  private var denseCount = 0
  private var normCount = 0
  private var dropoutCount = 0
  /// The last dense layer, if it has no activation and nothing has stood behind it.
  private var bareDense: Int?

  init(_ interpreter: Interpreter, name: String, inputs: Int, start: InitializationChoice) {
    self.interpreter = interpreter
    self.name = name
    self.start = start
    width = inputs
  }

  func nextNorm() -> Int {
    normCount += 1
    return normCount
  }

  func nextDropout() -> Int {
    dropoutCount += 1
    return dropoutCount
  }

  func layers(_ syntax: [LayerSyntax]) throws(Diagnostic) -> [any Layer] {
    var layers: [any Layer] = []
    for layer in syntax { layers += try self.layer(layer) }
    return layers
  }

  private func layer(_ syntax: LayerSyntax) throws(Diagnostic) -> [any Layer] {
    try interpreter.spend(at: syntax.range)
    guard let kind = LayerKind.named(syntax.name.text) else { return [try function(syntax)] }
    let call = LayerCall(kind: kind, syntax: syntax, builder: self)
    try call.checkNames()
    let layers = try kind.make(call)
    if !(layers.last is DenseLayer) { bareDense = nil }
    if let last = layers.last { width = last.width }
    return layers
  }

  /// An activation as a layer of its own, perhaps with its settings.
  private func function(_ syntax: LayerSyntax) throws(Diagnostic) -> FunctionLayer {
    defer { bareDense = nil }
    let name = Expression(kind: .name(syntax.name.text), range: syntax.name.range)
    let known = try interpreter.functionNamed(name)
    guard case .function(var function) = known else {
      let names = LayerKind.all.map(\.name) + Builtins.all.map(\.name) + interpreter.names.all
      throw NetworkProblem.unknownLayer(
        syntax.name.text, closest: closestName(to: syntax.name.text, among: names)
      ).diagnostic(at: syntax.name.range)
    }
    if !syntax.arguments.isEmpty {
      let value = try interpreter.call(name, syntax.arguments, at: syntax.range)
      guard case .function(let chosen) = value else {
        throw NetworkProblem.notAnActivation(syntax.name.text, kind: value.kind)
          .diagnostic(at: syntax.range)
      }
      function = chosen
    }
    try function.refuseAsActivation(at: syntax.range)
    return FunctionLayer(
      function: function, dense: bareDense, width: width,
      words: syntax.words ?? interpreter.words(syntax.range))
  }

  // MARK: Leaves

  func dense(
    _ call: LayerCall, _ units: Int, activation: FunctionValue?, via: FunctionValue?
  ) throws(Diagnostic) -> DenseLayer {
    let hasBias = try call.option("bias").map { (expression) throws(Diagnostic) in
      try call.number(of: LayerKind.bias, expression) == 0
    }
    denseCount += 1
    let inputs = width
    let (count, overflow) = units.multipliedReportingOverflow(by: inputs)
    try interpreter.foresee(nodes: overflow ? .max : count + units, at: call.range)
    try interpreter.spend(count, at: call.range)
    let (weights, biases) = start.numbers(interpreter, inputs: inputs, outputs: units)
    let givenWeights = try start(call, "w", .matrix(units, inputs))
    try add("w\(denseCount)", .matrix(units, inputs), givenWeights ?? weights, call.range)
    if hasBias ?? true {
      let givenBiases = try start(call, "b", .vector(units))
      try add("b\(denseCount)", .vector(units), givenBiases ?? biases, call.range, isWeight: false)
    }
    bareDense = activation == nil ? denseCount : nil
    return DenseLayer(
      number: denseCount, inputs: inputs, width: units, hasBias: hasBias ?? true,
      activation: activation, via: via, words: call.words)
  }

  /// The leaves of a normalization: gamma, beta and perhaps the running statistics.
  func scale(_ number: Int, withStatistics: Bool, at range: SourceRange) throws(Diagnostic) {
    let shape = Shape.vector(width)
    let (zeros, ones) = (Array(repeating: 0.0, count: width), Array(repeating: 1.0, count: width))
    try add("gamma\(number)", shape, ones, range, isWeight: false)
    try add("beta\(number)", shape, zeros, range, isWeight: false)
    guard withStatistics else { return }
    try add("running_mean\(number)", shape, zeros, range, role: .input, isWeight: false)
    try add("running_var\(number)", shape, ones, range, role: .input, isWeight: false)
  }

  /// Starting values that are given.
  private func start(_ call: LayerCall, _ option: String, _ shape: Shape) throws(Diagnostic)
    -> [Double]?
  {
    guard let expression = call.option(option) else { return nil }
    let numbers = try interpreter.numbers(
      try interpreter.evaluate(expression), "'\(option)'", at: expression.range)
    guard
      numbers.shape == shape || (shape.isLine && numbers.shape == .vector(shape.count))
        || (shape.count == 1 && numbers.elements.count == 1)
    else {
      throw ProgramProblem.leafShape(
        name: "\(name).\(option)\(denseCount)", declared: shape, given: numbers.shape
      ).diagnostic(at: expression.range)
    }
    return numbers.elements
  }

  private func add(
    _ tensor: String, _ shape: Shape, _ numbers: [Double], _ range: SourceRange,
    role: LeafRole = .param, isWeight: Bool = true
  ) throws(Diagnostic) {
    try interpreter.foresee(nodes: numbers.count, at: range)
    let full = "\(name).\(tensor)"
    let round = interpreter.graph.nextRound(of: full, inRound: 0)
    let nodes = numbers.enumerated().map { place, number in
      let node = interpreter.graph.addLeaf(number, at: range)
      interpreter.graph.name(node, full, shape: shape, element: place, round: round)
      return node
    }
    tensors.append(
      NetworkTensor(name: tensor, shape: shape, role: role, isWeight: isWeight, nodes: nodes))
  }
}

extension Shape {
  /// Whether it is a matrix of a single row or column, which may be given as a vector.
  fileprivate var isLine: Bool {
    if case .matrix(let rows, let columns) = self { rows == 1 || columns == 1 } else { false }
  }
}

/// How the weights of a network begin: the rule, its settings, and where its draws come from.
final class InitializationChoice {
  private let rule: Initialization
  private let settings: Settings
  /// The network's own source; nil for the session's.
  private var source: RandomSource?

  init(_ rule: Initialization, _ settings: Settings, seed: Int64?) {
    self.rule = rule
    self.settings = settings
    source = seed.map { RandomSource(seed: $0) }
  }

  /// The weights of a dense layer, and its biases: 0 but by PyTorch's default.
  func numbers(_ interpreter: Interpreter, inputs: Int, outputs: Int)
    -> (weights: [Double], biases: [Double])
  {
    func draw(_ count: Int) -> [Double] {
      let draw = source?.draw() ?? interpreter.random.draw()
      return (0..<count).map { rule.number(settings, inputs, outputs, draw, $0) }
    }
    let weights = draw(inputs * outputs)
    let isDefault = rule.name == Initialization.byDefault.name
    return (weights, isDefault ? draw(outputs) : Array(repeating: 0, count: outputs))
  }
}
