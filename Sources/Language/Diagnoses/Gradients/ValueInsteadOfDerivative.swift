import Autodiff

extension Diagnosis where Subject == GradientSubject {
  /// f(z) stands where f′(z) belongs.
  static let valueInsteadOfDerivative = Diagnosis(
    "value-instead-of-derivative",
    "f(z) stands where f′(z) belongs", .activations
  ) {
    subject in
    subject.mutants { row in
      row.alike.filter { set in
        let operation = row.operation(set.edges[0])
        return operation?.operandCount == 1...1 || ["pow", "div"].contains(operation?.name)
      } + row.functions
    } changes: { row, set, point in
      // Of a function written out, the first edge stands for all.
      row.runs(set).flatMap { run in
        run.enumerated().map { place, edge in
          (edge, place == 0 ? row.value(row.node(edge), point) : 1)
        }
      }
    } sentence: { row, set in
      let node = row.node(set.edges[0])
      return "the value of \(subject.title(node)) stands where its derivative "
        + "\(subject.factor(row, set)) belongs\(subject.others(row, set))"
    }
  }
}
