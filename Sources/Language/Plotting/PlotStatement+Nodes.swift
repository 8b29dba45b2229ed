import Autodiff
import Pictures
import Reporting
import Training

extension PlotStatement {
  /// A node over one or two leaves, everything else as it is.
  func node() throws(Diagnostic) -> PlotReport {
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
        throw PlotProblem.element(axis.name.text, count: nodes.count, first: element)
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
      LinePlot.Series(name: interpreter.words($0.range), x: places, y: [], isSampled: true)
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
}
