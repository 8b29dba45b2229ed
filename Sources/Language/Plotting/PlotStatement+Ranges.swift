import Reporting

extension PlotStatement {
  /// The ends of a range, which need not be whole numbers.
  static func range(
    _ interpreter: Interpreter, _ expression: Expression, of name: String
  ) throws(Diagnostic) -> ClosedRange<Double> {
    guard case .range(let first, let last) = expression.kind else {
      throw PlotProblem.range(name).diagnostic(at: expression.range)
    }
    func end(_ expression: Expression) throws(Diagnostic) -> Double {
      let number = try interpreter.number(
        of: try interpreter.evaluate(expression), "the end of a range", at: expression.range)
      guard number.isFinite else {
        throw PlotProblem.range(name).diagnostic(at: expression.range)
      }
      return number
    }
    let (low, high) = (try end(first), try end(last))
    guard low < high else { throw PlotProblem.range(name).diagnostic(at: expression.range) }
    return low...high
  }

  /// A range around some numbers, with a margin.
  static func range(around numbers: [Double]) -> ClosedRange<Double> {
    let (low, high) = (numbers.min() ?? 0, numbers.max() ?? 1)
    let margin = high > low ? (high - low) * 0.15 : 1
    return low - margin...high + margin
  }

  static func places(_ range: ClosedRange<Double>, count: Int) -> [Double] {
    (0..<count).map {
      let share = Double($0) / Double(count - 1)
      return range.lowerBound * (1 - share) + range.upperBound * share
    }
  }
}
