import Autodiff

extension Diagnosis where Subject == GradientSubject {
  /// f′ was taken at a = f(z) instead of z, or written for a and taken at z.
  static let atOutputInsteadOfInput = Diagnosis(
    "at-output-instead-of-input",
    "f′ was taken at a = f(z) instead of z, or written for a and taken at z", .activations
  ) {
    subject in
    let unary = { (row: GradientRow) in
      row.alike.filter { row.operation($0.edges[0])?.operandCount == 1...1 }
    }
    let atOutput = subject.mutants(unary, family: "output") { row, edge, point in
      let (node, y) = (row.node(edge), row.value(row.node(edge), point))
      guard let operation = row.operation(edge) else { return nil }
      let settings = subject.graph.settings(of: node)
      return operation.derivatives([y], operation.value([y], settings), settings)[0]
    } sentence: { row, set in
      let edge = set.edges[0]
      return "the derivative of \(row.sign(edge)) is taken at its output "
        + "\(subject.title(row.node(edge))), not at its input \(subject.title(row.operand(edge)))"
        + subject.others(row, set)
    }
    let atInput = subject.mutants(unary, family: "input") { row, edge, point in
      let (node, x) = (row.node(edge), row.value(row.operand(edge), point))
      guard let operation = row.operation(edge) else { return nil }
      return operation.derivatives([x], x, subject.graph.settings(of: node))[0]
    } sentence: { row, set in
      let edge = set.edges[0]
      return "\(subject.factor(row, set)) is written for the output "
        + "\(subject.title(row.node(edge))), but its input \(subject.title(row.operand(edge))) "
        + "was put in\(subject.others(row, set))"
    }
    return atOutput + atInput + subject.functionsAtOutput + subject.inputsAsFactors
  }
}

extension GradientSubject {
  /// Functions written out whose derivative is taken at what they give.
  fileprivate var functionsAtOutput: [Mutant] {
    mutants {
      $0.functions
    } changes: { row, set, point in
      row.runs(set).flatMap { row.localsAtOutput(of: $0, point) }
    } sentence: { row, set in
      "the derivative \(self.factor(row, set)) is taken at the output "
        + "\(self.title(row.node(set.edges[0]))), not at the input"
    }
  }
}

extension GradientSubject {
  /// Products with a = f(z) into which z was put instead of a.
  fileprivate var inputsAsFactors: [Mutant] {
    mutants({ row in row.alike.filter { row.inputOfFactor($0.edges[0]) != nil } }, family: "z") {
      row, edge, point in
      row.inputOfFactor(edge).map { row.value($0, point) }
    } sentence: { row, set in
      let factor = row.factor(set.edges[0])
      return "\(row.inputOfFactor(set.edges[0]).map(self.title) ?? "") was put in where "
        + "\(factor.map(self.title) ?? "") belongs: \(self.factor(row, set))"
    }
  }
}

extension GradientRow {
  /// The operand that an operand of a product is multiplied by.
  fileprivate func factor(_ edge: Int) -> NodeID? {
    let operands = Array(graph.operands(of: node(edge)))
    let (count, place) = (operands.count / 2, place(edge))
    if operation(edge)?.layout == .weightedSum {
      return place < 2 * count ? operands[place < count ? place + count : place - count] : nil
    }
    return name(edge) == "mul" ? operands[1 - place] : nil
  }

  /// What that operand is a function of, if it is a function of one thing.
  fileprivate func inputOfFactor(_ edge: Int) -> NodeID? {
    guard let factor = factor(edge), graph.operation(of: factor)?.operandCount == 1...1 else {
      return nil
    }
    return graph.operands(of: factor).first
  }

  /// The local derivatives of a function written out, computed again with its value put in.
  fileprivate func localsAtOutput(of run: [Int], _ point: Int) -> [(edge: Int, local: Double)] {
    guard let first = run.first else { return [] }
    var x = value(node(first), point)
    var changed: [(edge: Int, local: Double)] = []
    for edge in run.reversed() {
      guard let operation = operation(edge) else { continue }
      var given = operands(edge, point)
      given[place(edge)] = x
      let settings = graph.settings(of: node(edge))
      x = operation.value(given, settings)
      if let local = operation.derivatives(given, x, settings)[place(edge)] {
        changed.append((edge, local))
      }
    }
    return changed
  }
}
