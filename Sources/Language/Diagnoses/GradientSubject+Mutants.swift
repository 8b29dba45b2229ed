import Autodiff

extension GradientSubject {
  /// Mutants that change the local derivatives of some edges.
  ///
  /// - Parameters:
  ///   - sets: the edges that are changed together.
  ///   - change: another local derivative for an edge at a point; nil leaves it as it is.
  func mutants(
    _ sets: (GradientRow) -> [Alike], family: String = "",
    change: @escaping (GradientRow, _ edge: Int, _ point: Int) -> Double?,
    sentence: @escaping (GradientRow, Alike) -> String
  ) -> [Mutant] {
    mutants(
      sets, family: family,
      changes: { row, set, point in
        set.edges.compactMap { edge in change(row, edge, point).map { (edge, $0) } }
      }, sentence: sentence)
  }

  /// Mutants that change the local derivatives of some edges, each set as a whole.
  func mutants(
    _ sets: (GradientRow) -> [Alike], family: String = "",
    changes: @escaping (GradientRow, Alike, _ point: Int) -> [(edge: Int, local: Double)],
    sentence: @escaping (GradientRow, Alike) -> String
  ) -> [Mutant] {
    rows.flatMap { row in
      sets(row).compactMap { set -> Mutant? in
        let changed = { (point: Int) -> [Double]? in
          var locals = row.locals(point)
          var isChanged = false
          for (edge, local) in changes(row, set, point) where local != locals[edge] {
            locals[edge] = local
            isChanged = true
          }
          return isChanged ? locals : nil
        }
        // Where nothing changes at any point, there is no mistake to make.
        guard points.indices.contains(where: { changed($0) != nil }) else { return nil }
        return Mutant(
          family: family + set.kind, elements: row.elements,
          results: { point in
            changed(point).map { row.rule.gradient($0) } ?? row.gradient(point)
          }, sentence: { sentence(row, row.part(of: set, leadingTo: self.focus.element)) })
      }
    }
  }

  /// Mutants that change the whole derivative, or one of its elements alone.
  func wholes(
    _ family: String = "", _ change: @escaping (Double, _ point: Int) -> Double,
    sentence: @escaping () -> String
  ) -> [Mutant] {
    let whole = mutant(family, change, sentence: sentence)
    guard 2...64 ~= elementCount else { return [whole] }
    return [whole]
      + (0..<elementCount).map { element in
        Mutant(
          family: family, elements: element..<element + 1,
          results: { [change(self.truth($0)[element], $0)] }, sentence: sentence)
      }
  }

  /// A mutant that changes the whole derivative.
  func mutant(
    _ family: String = "", _ change: @escaping (Double, _ point: Int) -> Double,
    sentence: @escaping () -> String
  ) -> Mutant {
    Mutant(
      family: family, elements: 0..<elementCount,
      results: { point in self.truth(point).map { change($0, point) } }, sentence: sentence)
  }
}
