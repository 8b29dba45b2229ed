import Autodiff

extension Diagnosis where Subject == GradientSubject {
  /// A mean was taken for a sum, or for half of one.
  static let sumInsteadOfMean = Diagnosis(
    "sum-instead-of-mean",
    "a mean was taken for a sum, or for half of one", .squares
  ) { subject in
    subject.mutants { row in
      subject.means(row)
    } change: { _, _, _ in
      1
    } sentence: { row, set in
      "\(subject.title(row.node(set.edges[0]))) is a mean: the factor "
        + "\(subject.number(row.locals(subject.focus.point)[set.edges[0]])) is missing"
    } + subject.halvesOfMeans + subject.halvesOfSums
  }
}

extension GradientSubject {
  fileprivate func means(_ row: GradientRow) -> [Alike] {
    row.alike.filter {
      row.name($0.edges[0]) == "mean" || row.isDivisionByCount($0.edges[0])
    }
  }

  /// Halves of means, as in a sum divided by 2n, taken for halves of sums.
  fileprivate var halvesOfMeans: [Mutant] {
    mutants { row in
      row.alike.filter { row.isHalfOfMean($0.edges[0]) }
    } change: { row, edge, point in
      row.locals(point)[edge] * Double(row.terms(row.operand(edge)))
    } sentence: { row, set in
      "\(self.title(row.node(set.edges[0]))) is half of a mean: the factor 1/n = "
        + "\(self.number(1 / Double(row.terms(row.operand(set.edges[0]))))) is missing"
    }
  }

  /// Means of squares taken for half their sums, whose derivative has no 2.
  fileprivate var halvesOfSums: [Mutant] {
    rows.prefix(1).flatMap { row -> [Mutant] in
      let isOfSquares = row.rule.edges.indices.contains {
        ["pow", "square"].contains(row.name($0))
      }
      guard isOfSquares else { return [] }
      return means(row).prefix(8).map { set in
        let share = row.locals(0)[set.edges[0]]
        return mutant { slope, _ in
          slope / share / 2
        } sentence: {
          "\(self.title(row.node(set.edges[0]))) is a mean of squares, not half their sum: the "
            + "factor 2/n = \(self.number(2 * share)) is missing"
        }
      }
    }
  }
}

extension GradientRow {
  /// Whether an edge leads from a mean that is written out: a sum of n terms divided by n.
  func isDivisionByCount(_ edge: Int) -> Bool {
    guard ["div", "mul"].contains(name(edge)) else { return false }
    let terms = terms(operand(edge))
    return terms > 1 && abs(locals(0)[edge] * Double(terms) - 1) < 1e-12
  }

  /// Whether an edge leads from half of a mean: a sum of n terms divided by 2n.
  func isHalfOfMean(_ edge: Int) -> Bool {
    guard ["div", "mul"].contains(name(edge)) else { return false }
    let terms = terms(operand(edge))
    return terms > 1 && abs(locals(0)[edge] * Double(terms) - 0.5) < 1e-12
  }

  /// How many terms a sum has, of `sum` or of additions in a row; 1 for anything else.
  func terms(_ node: NodeID) -> Int {
    if graph.operation(of: node)?.name == "sum" { return graph.operands(of: node).count }
    var (node, count) = (node, 1)
    while graph.operation(of: node)?.name == "add", let next = graph.operands(of: node).first {
      count += 1
      node = next
    }
    return count
  }
}
