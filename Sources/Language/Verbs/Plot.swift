import Autodiff
import Pictures
import Reporting
import Training

extension Verbs {
  /// Draws numbers: curves, matrices, and values over one or two variables.
  static let plot = Verb(
    "plot", "draw a curve, a matrix, a function, or a value over one or two variables",
    usage: "plot loss",
    options: [
      Verb.Option(name: "log", meaning: "true for a logarithmic axis"),
      Verb.Option(name: "slope", meaning: "true for the slope beside each curve over one variable"),
      Verb.Option(name: "to", meaning: "a file: .svg"),
    ],
    takesOtherNames: true
  ) { interpreter, invocation throws(Diagnostic) in
    let report = try interpreter.temporarily { () throws(Diagnostic) in
      try PlotStatement(interpreter, invocation).report()
    }
    interpreter.emit(.plot(report, file: try interpreter.file(invocation)))
  }
}

/// A `plot` statement: what is to be drawn, and over what.
struct PlotStatement {
  private let interpreter: Interpreter
  private let invocation: Invocation
  private let operands: [Expression]
  private let isLogarithmic: Bool
  private let hasSlopes: Bool
  /// What varies, with its range.
  private let axes: [Axis]

  private struct Axis {
    var name: Name
    var range: ClosedRange<Double>
    /// What is named, as an expression.
    var target: Expression
  }

  init(_ interpreter: Interpreter, _ invocation: Invocation) throws(Diagnostic) {
    self.interpreter = interpreter
    self.invocation = invocation
    operands = try interpreter.operands(invocation, 1...Int.max)
    isLogarithmic = try interpreter.flag("log", invocation, default: false)
    hasSlopes = try interpreter.flag("slope", invocation, default: false)
    var axes: [Axis] = []
    for argument in invocation.arguments {
      guard let name = argument.name, !["log", "slope", "to"].contains(name.text) else { continue }
      axes.append(
        Axis(
          name: name, range: try PlotStatement.range(interpreter, argument.value, of: name.text),
          target: argument.element ?? Expression(kind: .name(name.text), range: name.range)))
    }
    self.axes = axes
  }

  private var title: String { interpreter.words(operands[0].range) }

  func report() throws(Diagnostic) -> PlotReport {
    guard axes.count <= 2 else {
      throw ProgramProblem.plotAxes.diagnostic(at: axes[2].name.range)
    }
    guard !hasSlopes || axes.count == 1 else {
      throw ProgramProblem.plotSlope.diagnostic(at: invocation.range)
    }
    if operands.count == 2, let data = try data(operands[1]) { return try prediction(data) }
    let first = try value(operands[0])
    if case .function = first { return try functions() }
    if case .network = first { return try functions() }
    if axes.isEmpty { return try series() }
    return try node()
  }

  // MARK: Numbers as they are

  /// Curves of vectors, or the heat map of a matrix.
  private func series() throws(Diagnostic) -> PlotReport {
    var curves: [LinePlot.Series] = []
    for operand in operands {
      let value = try value(operand)
      if case .run(let run) = value {
        curves.append(
          LinePlot.Series(
            name: run.name, x: run.places, y: run.values(of: "loss") ?? []))
        continue
      }
      let numbers = try interpreter.numbers(value, "what is plotted", at: operand.range)
      let name = interpreter.words(operand.range)
      switch numbers.shape {
      case .matrix(let rows, let columns):
        guard operands.count == 1 else {
          throw ProgramProblem.plotMixed.diagnostic(at: operand.range)
        }
        return .matrix(
          HeatMap(
            values: (0..<rows).map { Array(numbers.elements[$0 * columns..<($0 + 1) * columns]) },
            title: name))
      case .scalar, .vector:
        curves.append(
          LinePlot.Series(
            name: name, x: places(of: operand, count: numbers.elements.count),
            y: numbers.elements))
      }
    }
    let isOfEpochs = operands.contains { run(of: $0)?.subject != nil }
    return .curves(
      LinePlot(
        series: curves, title: operands.count == 1 ? title : "",
        xLabel: isOfEpochs ? "epoch" : "", logY: isLogarithmic))
  }

  /// The run whose curve an expression names: `loss`, `run.loss`.
  private func run(of expression: Expression) -> RunRecord? {
    switch expression.kind {
    case .name("loss") where interpreter.names.value(of: "loss") == nil:
      return interpreter.lastRun ?? interpreter.namedRun
    case .member(let base, _):
      guard case .name(let name) = base.kind,
        case .run(let run)? = interpreter.names.value(of: name)
      else { return nil }
      return run
    default: return nil
    }
  }

  private func places(of expression: Expression, count: Int) -> [Double] {
    if let places = run(of: expression)?.places, places.count == count { return places }
    return (1...max(count, 1)).map(Double.init)
  }

  // MARK: Values over variables

  /// Functions of one variable as curves, or of two as a map.
  private func functions() throws(Diagnostic) -> PlotReport {
    guard let x = axes.first else {
      throw try needsRange(operands[0]).diagnostic(at: operands[0].range)
    }
    var evaluations: [(name: String, evaluate: ([Double]) throws(Diagnostic) -> Double)] = []
    for operand in operands {
      let function = try interpreter.trainable(operand)
      evaluations.append(
        (interpreter.words(operand.range), try evaluation(function, axes.count, at: operand.range)))
    }
    guard axes.count == 1 else {
      let evaluate = evaluations[0].evaluate
      return try region(axes[1]) { (x, y) throws(Diagnostic) in try evaluate([x, y]) }
    }
    var curves: [LinePlot.Series] = []
    let places = PlotStatement.places(x.range, count: 241)
    for (index, (name, evaluate)) in evaluations.enumerated() {
      var values: [Double] = []
      for place in places { values.append(try evaluate([place])) }
      curves.append(LinePlot.Series(name: name, x: places, y: values))
      if hasSlopes { curves.append(try slope(of: operands[index], name, places)) }
    }
    return .curves(
      LinePlot(
        series: curves, title: operands.count == 1 ? title : "", xLabel: x.name.text,
        logY: isLogarithmic))
  }

  /// The slope of a function, sent back from its value as in every backward pass.
  private func slope(of operand: Expression, _ name: String, _ places: [Double])
    throws(Diagnostic) -> LinePlot.Series
  {
    let function = try interpreter.trainable(operand)
    if case .builtin(let builtin) = function.source, builtin.givesFunction {
      throw ProgramProblem.plotSlope.diagnostic(at: operand.range)
    }
    let circuit = try circuit(function, 1, at: operand.range, ofParameters: true)
    return try slope(of: circuit, name, places)
  }

  /// The slope of a circuit's first output over its one parameter.
  private func slope(of circuit: Circuit, _ name: String, _ places: [Double])
    throws(Diagnostic) -> LinePlot.Series
  {
    let sweep = Sweep(circuit)
    var slopes: [Double] = []
    for place in places {
      try interpreter.spend(circuit.work / 4 + 1, at: invocation.range)
      sweep.give([place])
      sweep.computeForward()
      sweep.clearGradient()
      sweep.computeBackward(seed: 1)
      slopes.append(sweep.gradient.first ?? 0)
    }
    return LinePlot.Series(name: "slope of \(name)", x: places, y: slopes)
  }

  /// What to write where a function is to be drawn and no range says where.
  private func needsRange(_ operand: Expression) throws(Diagnostic) -> ProgramProblem {
    let function = try interpreter.trainable(operand)
    let words = interpreter.words(operand.range)
    let inputs: Int
    var names = ["x", "y"]
    switch function.source {
    case .builtin(let builtin) where builtin.givesFunction:
      if function.chosen.isEmpty,
        let missing = builtin.settings.first(where: { $0.standard.isNaN && $0.words.isEmpty })
      {
        return .missingSetting(missing.name, of: builtin.name)
      }
      let steps = function.chosen["steps"].flatMap { try? interpreter.numbers($0, "", at: .none) }
      let last = NumberStyle.exact.text(steps?.elements.first ?? 100)
      return .plotNeedsRange(words, kind: "a schedule", ranges: "t=0..\(last)")
    case .builtin(let builtin): inputs = builtin.operandCount.lowerBound
    case .network(let network): inputs = network.inputs
    case .written(let written):
      names = written.parameters.filter {
        $0.standard == nil && function.chosen[$0.name.text] == nil
      }.map(\.name.text)
      inputs = names.count
    }
    guard inputs <= 2 else { return .plotInputs(inputs, function: words) }
    let ranges = names.prefix(inputs).map { "\($0)=-4..4" }.joined(separator: ", ")
    return .plotNeedsRange(
      words, kind: function.isNetwork ? "a network" : "a function", ranges: ranges)
  }

  /// A node over one or two leaves, everything else as it is.
  private func node() throws(Diagnostic) -> PlotReport {
    var leaves: [NodeID] = []
    for axis in axes {
      let value = try interpreter.evaluate(axis.target)
      let elements = (try? interpreter.tensor(value, "", at: axis.name.range))?.elements ?? []
      let nodes = elements.map(interpreter.node)
      guard let first = nodes.first, nodes.allSatisfy(interpreter.graph.isLeaf) else {
        throw ProgramProblem.notALeaf(axis.name.text).diagnostic(at: axis.name.range)
      }
      guard nodes.count == 1 else {
        let element = interpreter.graph.title(of: first)
        throw ProgramProblem.plotElement(axis.name.text, count: nodes.count, first: element)
          .diagnostic(at: axis.name.range)
      }
      leaves.append(first)
    }
    let outputs = try operands.map { (operand) throws(Diagnostic) in
      try interpreter.scalarNode(
        try interpreter.evaluate(operand), "what is plotted", at: operand.range)
    }
    let sweep = Sweep(
      Circuit(interpreter.graph, outputs: outputs, parameters: leaves, inputs: []))
    let work = sweep.circuit.work / 8 + 1
    func values(_ point: [Double]) throws(Diagnostic) -> [Double] {
      try interpreter.spend(work, at: invocation.range)
      sweep.give(point)
      sweep.computeForward()
      return outputs.indices.map { sweep.output($0) }
    }
    if axes.count == 2 {
      return try region(axes[1]) { (x, y) throws(Diagnostic) in try values([x, y])[0] }
    }
    let places = PlotStatement.places(axes[0].range, count: 241)
    var curves = operands.map {
      LinePlot.Series(name: interpreter.words($0.range), x: places, y: [])
    }
    for place in places {
      for (index, value) in try values([place]).enumerated() { curves[index].y.append(value) }
    }
    if hasSlopes {
      for (index, output) in outputs.enumerated().reversed() {
        let circuit = Circuit(interpreter.graph, outputs: [output], parameters: leaves, inputs: [])
        let name = interpreter.words(operands[index].range)
        curves.insert(try slope(of: circuit, name, places), at: index + 1)
      }
    }
    return .curves(
      LinePlot(
        series: curves, title: operands.count == 1 ? title : "", xLabel: axes[0].name.text,
        logY: isLogarithmic))
  }

  private func region(
    _ y: Axis,
    _ value: (Double, Double) throws(Diagnostic) -> Double
  ) throws(Diagnostic) -> PlotReport {
    .region(
      try RegionPlot(
        x: axes[0].range, y: y.range, regions: .levels([]), title: title,
        xLabel: axes[0].name.text, yLabel: y.name.text, value: value))
  }

  // MARK: Predictions over data

  /// What a function makes of its one or two inputs, with the rows of a data set.
  private func prediction(_ data: DataValue) throws(Diagnostic) -> PlotReport {
    let function = try interpreter.trainable(operands[0])
    let set = data.set
    guard set.x.columns <= 2 else {
      throw ProgramProblem.plotInputs(set.x.columns).diagnostic(at: operands[1].range)
    }
    let columns = (0..<set.x.columns).map { column in
      (0..<set.count).map { set.x.elements[$0 * set.x.columns + column] }
    }
    let ranges = columns.map(PlotStatement.range(around:))
    let targets = set.y.map { y in (0..<set.count).map { y.elements[$0 * y.columns] } }
    let evaluate = try decision(function, set.x.columns, data, at: operands[0].range)
    if columns.count == 1 {
      let places = PlotStatement.places(ranges[0], count: 241)
      var values: [Double] = []
      for place in places { values.append(try evaluate.number([place])) }
      var curves = [LinePlot.Series(name: title, x: places, y: values)]
      if let targets {
        curves.append(
          LinePlot.Series(name: interpreter.words(operands[1].range), x: columns[0], y: targets))
        curves[1].isJoined = false
      }
      return .curves(LinePlot(series: curves, xLabel: set.inputNames[0], logY: isLogarithmic))
    }
    let classes = evaluate.classes
    let points = (0..<set.count).map { row in
      RegionPlot.Point(
        x: columns[0][row], y: columns[1][row],
        classIndex: targets.map { classIndex($0[row], evaluate.classes.count) } ?? 0)
    }
    return .region(
      try RegionPlot(
        x: ranges[0], y: ranges[1], regions: evaluate.regions, classes: classes, points: points,
        title: title, xLabel: set.inputNames[0], yLabel: set.inputNames[1]
      ) { (x, y) throws(Diagnostic) in try evaluate.number([x, y]) })
  }

  /// Which class a target is, from 0: a number from 1, or no and yes as 0 and 1.
  private func classIndex(_ target: Double, _ count: Int) -> Int {
    let place = Int(exactly: target.rounded()) ?? 0
    return min(max(count == 2 && target <= 1 ? place : place - 1, 0), max(count - 1, 0))
  }

  /// How the plane is divided by a prediction.
  private struct DecisionMap {
    var regions: RegionPlot.Regions
    var classes: [String]
    var number: ([Double]) throws(Diagnostic) -> Double
  }

  /// A prediction of several numbers decides for the largest; of one, it is shown by its height.
  private func decision(
    _ function: FunctionValue, _ inputs: Int, _ data: DataValue, at range: SourceRange
  ) throws(Diagnostic) -> DecisionMap {
    let circuit = try circuit(function, inputs, at: range)
    let sweep = Sweep(circuit)
    let outputs = circuit.outputs.count
    let interpreter = interpreter
    func values(_ point: [Double]) throws(Diagnostic) -> [Double] {
      try interpreter.spend(circuit.work / 8 + 1, at: range)
      sweep.give(point)
      sweep.computeForward()
      return (0..<outputs).map { sweep.output($0) }
    }
    if outputs > 1 {
      let names = data.set.classes ?? (1...outputs).map(String.init)
      return DecisionMap(regions: .classes, classes: names) { (point) throws(Diagnostic) in
        let values = try values(point)
        return Double(values.indices.reduce(0) { values[$1] > values[$0] ? $1 : $0 })
      }
    }
    let isYesOrNo = Set(data.set.y?.elements ?? []).isSubset(of: [0, 1])
    return DecisionMap(
      regions: .levels(isYesOrNo ? [0.5] : []), classes: isYesOrNo ? ["0", "1"] : []
    ) { (point) throws(Diagnostic) in try values(point)[0] }
  }

  private func circuit(
    _ function: FunctionValue, _ inputs: Int, at range: SourceRange, ofParameters: Bool = false
  ) throws(Diagnostic) -> Circuit {
    try interpreter.temporarily { () throws(Diagnostic) in
      let leaves = (0..<inputs).map { _ in interpreter.graph.addLeaf(1, at: range) }
      let given = Tensor(
        shape: inputs == 1 ? .scalar : .vector(inputs), elements: leaves.map { .node($0) })
      let value = try call(function, given, at: range)
      let result = try interpreter.tensor(value, "what is plotted", at: range)
      return Circuit(
        interpreter.graph, outputs: result.elements.map(interpreter.node),
        parameters: ofParameters ? leaves : [],
        inputs: ofParameters ? [] : leaves)
    }
  }

  /// A function of several variables may be given them one by one or as a vector.
  private func call(_ function: FunctionValue, _ given: Tensor, at range: SourceRange)
    throws(Diagnostic) -> Value
  {
    if case .written(let written) = function.source, given.elements.count > 1,
      written.parameters.count(where: {
        $0.standard == nil && function.chosen[$0.name.text] == nil
      }) == given.elements.count
    {
      let values = given.elements.map {
        interpreter.simplified(Tensor(shape: .scalar, elements: [$0]))
      }
      return try interpreter.call(function, with: values, at: range)
    }
    return try interpreter.call(function, with: [interpreter.simplified(given)], at: range)
  }

  private func evaluation(_ function: FunctionValue, _ inputs: Int, at range: SourceRange)
    throws(Diagnostic) -> ([Double]) throws(Diagnostic) -> Double
  {
    if case .builtin(let builtin) = function.source, builtin.givesFunction {
      // A schedule is a function of whole steps and gives plain numbers.
      return { (point) throws(Diagnostic) in
        try interpreter.scheduled(.function(function), after: point[0].rounded(), at: range)
      }
    }
    let circuit = try circuit(function, inputs, at: range)
    guard circuit.outputs.count == 1 else {
      throw ProgramProblem.notAScalar(what: "what is plotted", kind: "several numbers")
        .diagnostic(at: range)
    }
    let sweep = Sweep(circuit)
    return { (point) throws(Diagnostic) in
      try interpreter.spend(circuit.work / 8 + 1, at: range)
      sweep.give(point)
      sweep.computeForward()
      return sweep.output(0)
    }
  }

  // MARK: Ranges

  private func value(_ expression: Expression) throws(Diagnostic) -> Value {
    let named = try interpreter.functionNamed(expression)
    if let named, axes.isEmpty == false || operands.count == 2 {
      if case .name(let name) = expression.kind, let own = interpreter.names.value(of: name) {
        return own
      }
      return named
    }
    return try interpreter.evaluate(expression)
  }

  private func data(_ expression: Expression) throws(Diagnostic) -> DataValue? {
    guard case .data(let data) = try interpreter.evaluate(expression) else { return nil }
    return data
  }

  /// The ends of a range, which need not be whole numbers.
  private static func range(
    _ interpreter: Interpreter, _ expression: Expression, of name: String
  ) throws(Diagnostic) -> ClosedRange<Double> {
    guard case .range(let first, let last) = expression.kind else {
      throw ProgramProblem.plotRange(name).diagnostic(at: expression.range)
    }
    func end(_ expression: Expression) throws(Diagnostic) -> Double {
      let number = try interpreter.number(
        of: try interpreter.evaluate(expression), "the end of a range", at: expression.range)
      guard number.isFinite else {
        throw ProgramProblem.plotRange(name).diagnostic(at: expression.range)
      }
      return number
    }
    let (low, high) = (try end(first), try end(last))
    guard low < high else { throw ProgramProblem.plotRange(name).diagnostic(at: expression.range) }
    return low...high
  }

  /// A range around some numbers, with a margin.
  private static func range(around numbers: [Double]) -> ClosedRange<Double> {
    let (low, high) = (numbers.min() ?? 0, numbers.max() ?? 1)
    let margin = high > low ? (high - low) * 0.15 : 1
    return low - margin...high + margin
  }

  private static func places(_ range: ClosedRange<Double>, count: Int) -> [Double] {
    (0..<count).map {
      let share = Double($0) / Double(count - 1)
      return range.lowerBound * (1 - share) + range.upperBound * share
    }
  }
}

extension FunctionValue {
  fileprivate var isNetwork: Bool { if case .network = source { true } else { false } }
}
