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
}
