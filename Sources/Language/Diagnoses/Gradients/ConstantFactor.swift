import Autodiff

extension Diagnosis where Subject == GradientSubject {
  /// A 2 is missing or too many.
  static let constantFactor = Diagnosis(
    "constant-factor",
    "a 2 is missing or too many", .squares
  ) { subject in
    let cause = { (times: Double) -> String? in
      let row = subject.focusedRow
      let leads = row.leading(to: subject.focus.element)
      let edges = row.rule.edges.indices.filter { leads[row.rule.edges[$0].operand] }
      // What is twice too large lacks a half: one that stands there, or one over the count.
      let half = times == 2 ? edges.first(where: row.isHalf) : nil
      let edge = half ?? edges.first { row.isSquare($0) || row.isTwoOrHalf($0) }
      let words = edge.map { "; " + subject.factor(row, Alike(kind: "", edges: [$0])) }
      guard let half, row.isHalfOfMean(half) else { return words }
      return words.map { $0 + ", of which 1/2 is one over the count" }
    }
    let whole = [0.5, 2].flatMap { factor in
      subject.wholes("\(factor)") { slope, _ in
        slope * factor
      } sentence: {
        "it is \(factor == 2 ? "twice" : "half of") \(subject.name)\(cause(factor) ?? "")"
      }
    }
    let parts = subject.mutants { row in
      row.alike.filter { row.isSquare($0.edges[0]) || row.isTwoOrHalf($0.edges[0]) }
    } change: { row, edge, point in
      row.isSquare(edge) ? row.locals(point)[edge] / 2 : 1
    } sentence: { row, set in
      "a factor 2 or 1/2 is missing: \(subject.factor(row, set))\(subject.others(row, set))"
    }
    return whole + parts
  }
}

extension GradientRow {
  /// Whether a node is a power, whose derivative begins with a number.
  fileprivate func isSquare(_ edge: Int) -> Bool { ["pow", "square"].contains(name(edge)) }

  /// Whether a node multiplies by 1/2, also as the mean of two or as half of such a mean.
  fileprivate func isHalf(_ edge: Int) -> Bool {
    let isShare =
      isTwoOrHalf(edge) || isDivisionByCount(edge) || name(edge) == "mean"
    return isShare && abs(locals(0)[edge]) == 0.5 || isHalfOfMean(edge) && terms(operand(edge)) == 2
  }

  /// Whether a node is a product with 2 or 1/2, or a quotient.
  func isTwoOrHalf(_ edge: Int) -> Bool {
    guard ["mul", "div"].contains(name(edge)), [0.5, 2].contains(abs(locals(0)[edge])) else {
      return false
    }
    let operands = Array(graph.operands(of: node(edge)))
    return graph.isConstant(operands[1 - place(edge)]) && !isDivisionByCount(edge)
  }
}
