import Autodiff
import Pictures
import Reporting
import Training

extension PlotStatement {
  /// What a function makes of its one or two inputs, with the rows of a data set.
  func prediction(_ data: DataValue) throws(Diagnostic) -> PlotReport {
    let function = try interpreter.trainable(operands[0])
    let set = data.set
    guard set.x.columns <= 2 else {
      throw PlotProblem.inputs(set.x.columns).diagnostic(at: operands[1].range)
    }
    let columns = (0..<set.x.columns).map { column in
      (0..<set.count).map { set.x.elements[$0 * set.x.columns + column] }
    }
    let ranges = columns.map(PlotStatement.range(around:))
    let circuit = try circuit(function, set.x.columns, at: operands[0].range)
    let predict = predictions(of: circuit, at: operands[0].range)
    guard columns.count > 1 else {
      return try curve(over: ranges[0], columns[0], set, predict)
    }
    let decision = PlotDecision(
      set, outputs: circuit.outputs.count, threshold: threshold(of: function))
    let points = (0..<set.count).map { row in
      let target = set.y.map { Array($0.row(row)) }
      return RegionPlot.Point(
        x: columns[0][row], y: columns[1][row],
        classIndex: target.flatMap(decision.classIndex),
        value: decision.isOfClasses ? nil : target?.first)
    }
    return .region(
      try RegionPlot(
        x: ranges[0], y: ranges[1], regions: decision.regions, classes: decision.classes,
        points: points, title: title, xLabel: set.inputNames[0], yLabel: set.inputNames[1]
      ) { (x, y) throws(Diagnostic) in decision.number(try predict([x, y])) })
  }

  /// Predictions over one input, with the first target of every row.
  private func curve(
    over range: ClosedRange<Double>, _ inputs: [Double], _ set: Dataset,
    _ predict: ([Double]) throws(Diagnostic) -> [Double]
  ) throws(Diagnostic) -> PlotReport {
    let places = PlotStatement.places(range, count: 241)
    var values: [Double] = []
    for place in places { values.append(try predict([place])[0]) }
    var curves = [LinePlot.Series(name: title, x: places, y: values, isSampled: true)]
    if let y = set.y {
      let targets = (0..<set.count).map { y.elements[$0 * y.columns] }
      curves.append(
        LinePlot.Series(name: interpreter.words(operands[1].range), x: inputs, y: targets))
      curves[1].isJoined = false
    }
    return .curves(LinePlot(series: curves, xLabel: set.inputNames[0], logY: isLogarithmic))
  }

  private func predictions(of circuit: Circuit, at range: SourceRange)
    -> ([Double]) throws(Diagnostic) -> [Double]
  {
    let (interpreter, sweep, outputs) = (interpreter, Sweep(circuit), circuit.outputs.count)
    return { (point) throws(Diagnostic) in
      try interpreter.spend(circuit.work / 8 + 1, at: range)
      sweep.give(point)
      sweep.computeForward()
      return (0..<outputs).map { sweep.output($0) }
    }
  }

  /// Where the loss a function was last trained with parts yes from no; nil if that is not known.
  private func threshold(of function: FunctionValue) -> Double? {
    guard let subject = (interpreter.lastRun ?? interpreter.namedRun)?.subject,
      subject.function.isSame(as: function), case .builtin(let loss) = subject.loss.source,
      case .above(let threshold, _)? = Losses.named(loss.name)?.decision
    else { return nil }
    return threshold
  }
}

extension FunctionValue {
  /// Whether both are one network, or one function of the program.
  fileprivate func isSame(as other: FunctionValue) -> Bool {
    switch (source, other.source) {
    case (.network(let network), .network(let other)): network === other
    case (.written(let written), .written(let other)): written.name.text == other.name.text
    default: false
    }
  }
}
