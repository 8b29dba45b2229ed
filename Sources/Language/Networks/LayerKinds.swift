import Autodiff
import Reporting
import Training

/// A kind of layer: what help, completion, checking and building need to know about it.
final class LayerKind: Sendable {
  /// Something that is given by name and is not a number.
  struct Option: Sendable {
    var name: String
    var meaning: String
  }

  /// What the language calls it.
  let name: String
  /// One line for help and completion.
  let summary: String
  /// Where it comes from.
  let source: String
  /// How it is written.
  let usage: String
  /// Numbers that are chosen.
  let settings: [Setting]
  /// What else may be given by name.
  let options: [Option]
  /// A layer as the reference shows it, in a network of two inputs.
  let example: String
  /// What it computes.
  let formulas: @Sendable () -> [FormulaGroup]
  /// Builds the layer.
  let make: @Sendable (LayerCall) throws(Diagnostic) -> [any Layer]

  init(
    _ name: String, _ summary: String, source: String, usage: String, settings: [Setting] = [],
    options: [Option] = [], example: String,
    formulas: @escaping @Sendable () -> [FormulaGroup],
    make: @escaping @Sendable (LayerCall) throws(Diagnostic) -> [any Layer]
  ) {
    self.name = name
    self.summary = summary
    self.source = source
    self.usage = usage
    self.settings = settings
    self.options = options
    self.example = example
    self.formulas = formulas
    self.make = make
  }

  /// Every kind of layer but activations, which are functions of the language.
  static let all: [LayerKind] = [
    dense, batchnorm, layernorm, dropout, residual, repeated,
  ]

  /// The kind of that name.
  static func named(_ name: String) -> LayerKind? { all.first { $0.name == name } }

  static let bias = Setting("bias", words: ["true", "false"], "whether the units have a bias")

  private static let dense = LayerKind(
    "dense", "units that each weigh all inputs and add a bias", source: "torch.nn.Linear",
    usage: "dense(units, activation)",
    settings: [bias],
    options: [
      Option(name: "w", meaning: "the weights to begin with: a matrix, a row a unit"),
      Option(name: "b", meaning: "the biases to begin with: a vector"),
      Option(name: "via", meaning: "a function the weights pass through"),
    ], example: "dense(2, tanh)", formulas: { LayerFormulas.dense }
  ) { call throws(Diagnostic) in
    guard (1...2).contains(call.operands.count) else {
      throw call.wrongCount(1...2)
    }
    let units = try call.count(call.operands[0], "the number of units")
    let activation =
      try call.operands.count > 1 ? call.function(call.operands[1], "an activation") : nil
    let via = try call.option("via").map { (expression) throws(Diagnostic) in
      try call.function(expression, "'via'")
    }
    return [try call.builder.dense(call, units, activation: activation, via: via)]
  }

  private static let batchnorm = LayerKind(
    "batchnorm", "every column of the batch with mean 0 and variance 1, then scaled and moved",
    source: "Ioffe and Szegedy (2015); torch.nn.BatchNorm1d", usage: "batchnorm()",
    settings: BatchNorm.settings, example: "batchnorm()", formulas: { LayerFormulas.batchnorm }
  ) { call throws(Diagnostic) in
    let settings = try call.settings(beside: 0)
    let number = call.builder.nextNorm()
    try call.builder.scale(number, withStatistics: true, at: call.range)
    return [
      BatchNormLayer(
        number: number, width: call.builder.width, momentum: settings[0], eps: settings[1],
        words: call.words)
    ]
  }

  private static let layernorm = LayerKind(
    "layernorm", "every row with mean 0 and variance 1, then scaled and moved",
    source: "Ba, Kiros and Hinton (2016); torch.nn.LayerNorm", usage: "layernorm()",
    settings: LayerNorm.settings, example: "layernorm()", formulas: { LayerFormulas.layernorm }
  ) { call throws(Diagnostic) in
    // What PyTorch gives a size is a habit, and no `eps`.
    if let size = call.operands.first {
      throw NetworkProblem.sizeOfNorm(call.kind.name).diagnostic(at: size.range)
    }
    let settings = try call.settings(beside: 0)
    let number = call.builder.nextNorm()
    try call.builder.scale(number, withStatistics: false, at: call.range)
    return [
      LayerNormLayer(
        number: number, width: call.builder.width, settings: settings, words: call.words)
    ]
  }

  private static let dropout = LayerKind(
    "dropout", "drops each unit with probability p while it is trained",
    source: "Srivastava and others (2014); torch.nn.Dropout", usage: "dropout(p)",
    settings: Dropout.settings, example: "dropout(0.5)", formulas: { LayerFormulas.dropout }
  ) { call throws(Diagnostic) in
    let settings = try call.settings(beside: 0)
    return [
      DropoutLayer(
        number: call.builder.nextDropout(), settings: settings, width: call.builder.width,
        words: call.words)
    ]
  }

  private static let residual = LayerKind(
    "residual", "layers whose output is added to their input", source: "He and others (2016)",
    usage: "residual(layer -> …)", example: "residual(dense(2, tanh))",
    formulas: { LayerFormulas.residual }
  ) { call throws(Diagnostic) in
    let width = call.builder.width
    let inner = try call.builder.layers(call.syntax.inner)
    guard call.builder.width == width else {
      throw NetworkProblem.residualWidth(inputs: width, outputs: call.builder.width)
        .diagnostic(at: call.range)
    }
    return [ResidualLayer(inner: inner, width: width, words: call.words)]
  }

  private static let repeated = LayerKind(
    "repeat", "layers n times over, each time with leaves of their own",
    source: "torch.nn.Sequential with n layers alike", usage: "repeat(n, layer -> …)",
    example: "repeat(2, dense(2, tanh))", formulas: { LayerFormulas.repeated }
  ) { call throws(Diagnostic) in
    let count = try call.count(call.operands[0], "the number of repeats")
    let interpreter = call.interpreter
    try interpreter.foresee(steps: count, nodes: count, at: call.range)
    let before = interpreter.graph.count
    var layers = try call.builder.layers(call.syntax.inner)
    // The others need as many leaves as the first, or more.
    let leaves = (interpreter.graph.count - before).multipliedReportingOverflow(by: count - 1)
    try interpreter.foresee(nodes: leaves.overflow ? .max : leaves.partialValue, at: call.range)
    for _ in 1..<count { layers += try call.builder.layers(call.syntax.inner) }
    return layers
  }
}
