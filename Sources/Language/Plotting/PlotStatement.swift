import Autodiff
import Pictures
import Reporting
import Training

/// A `plot` statement: what is to be drawn, and over what.
struct PlotStatement {
  let interpreter: Interpreter
  let invocation: Invocation
  let operands: [Expression]
  let isLogarithmic: Bool
  let hasSlopes: Bool
  /// What varies, with its range.
  let axes: [Axis]

  struct Axis {
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

  var title: String { interpreter.words(operands[0].range) }

  func report() throws(Diagnostic) -> PlotReport {
    guard axes.count <= 2 else {
      throw PlotProblem.axes.diagnostic(at: axes[2].name.range)
    }
    guard !hasSlopes || axes.count == 1 else {
      throw PlotProblem.slope.diagnostic(at: invocation.range)
    }
    if operands.count == 2, let data = try data(operands[1]) { return try prediction(data) }
    let first = try value(operands[0])
    if case .function = first { return try functions() }
    if case .network(let network) = first {
      if axes.isEmpty, operands.count == 1, let flow = try flow(through: network) { return flow }
      return try functions()
    }
    if axes.isEmpty { return try series() }
    return try node()
  }

  /// How the gradient grows or shrinks through the layers of a network, once there is one.
  private func flow(through network: Network) throws(Diagnostic) -> PlotReport? {
    try interpreter.flow(through: network, row: nil, at: operands[0].range)?.plot
      .map(PlotReport.curves)
  }

  func value(_ expression: Expression) throws(Diagnostic) -> Value {
    let named = try interpreter.functionNamed(expression)
    if let named, axes.isEmpty == false || operands.count == 2 {
      if case .name(let name) = expression.kind, let own = interpreter.names.value(of: name) {
        return own
      }
      return named
    }
    return try interpreter.evaluate(expression)
  }

  func data(_ expression: Expression) throws(Diagnostic) -> DataValue? {
    guard case .data(let data) = try interpreter.evaluate(expression) else { return nil }
    return data
  }

  func region(
    _ y: Axis,
    _ value: (Double, Double) throws(Diagnostic) -> Double
  ) throws(Diagnostic) -> PlotReport {
    .region(
      try RegionPlot(
        x: axes[0].range, y: y.range, regions: .levels([]), title: title,
        xLabel: axes[0].name.text, yLabel: y.name.text, value: value))
  }
}
