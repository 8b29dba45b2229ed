import Autodiff
import Pictures
import Reporting
import Training

extension PlotStatement {
  /// Curves of vectors, or the heat map of a matrix.
  func series() throws(Diagnostic) -> PlotReport {
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
          throw PlotProblem.mixed.diagnostic(at: operand.range)
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
}
