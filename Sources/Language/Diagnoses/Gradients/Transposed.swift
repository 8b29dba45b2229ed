import Autodiff

extension Diagnosis where Subject == GradientSubject {
  /// Rows and columns were exchanged.
  static let transposed = Diagnosis(
    "transposed",
    "rows and columns were exchanged", .network, explainsZeros: true
  ) { subject in
    let weights = subject.mutants { row in
      let edges = row.rule.edges.indices.filter { subject.mirrored(row, $0) != nil }
      return edges.isEmpty ? [] : [Alike(kind: "", edges: Array(edges))]
    } change: { row, edge, point in
      subject.mirrored(row, edge).map { row.value($0, point) }
    } sentence: { row, set in
      let name = set.edges.lazy.compactMap { subject.mirrored(row, $0) }.first
        .flatMap { subject.graph.part(of: $0)?.name }
      return "\(name ?? "the matrix") is transposed: the gradient goes back through its columns"
    }
    return subject.wholeTransposed + weights
  }
}

extension GradientSubject {
  /// The whole derivative transposed: by the rows and columns of the target, or by output and
  /// target.
  fileprivate var wholeTransposed: [Mutant] {
    let (rows, columns): (Int, Int)
    switch targetShape {
    case .matrix(let height, let width) where outputs.count == 1: (rows, columns) = (height, width)
    default: (rows, columns) = (outputs.count, targets.count)
    }
    guard rows == columns, rows > 1 else { return [] }
    return [
      Mutant(
        family: "", elements: 0..<elementCount,
        results: { point in
          let truth = self.truth(point)
          return truth.indices.map { truth[$0 % columns * columns + $0 / columns] }
        },
        sentence: {
          "\(self.slope(self.outputName, self.targetName)) is transposed: rows and columns are exchanged"
        })
    ]
  }

  /// The element on the other side of the diagonal of the square matrix of weights that an edge
  /// goes back through.
  fileprivate func mirrored(_ row: GradientRow, _ edge: Int) -> NodeID? {
    guard row.operation(edge)?.layout == .weightedSum else { return nil }
    let operands = Array(graph.operands(of: row.node(edge)))
    let (count, place) = (operands.count / 2, row.place(edge))
    guard place < 2 * count else { return nil }
    let weight = operands[place < count ? place + count : place - count]
    guard let part = graph.part(of: weight), case .matrix(let height, let width) = part.shape,
      height == width, part.element / width != part.element % width
    else { return nil }
    let mirrored = part.element % width * width + part.element / width
    let node = NodeID(Int(weight.index) + mirrored - part.element)
    guard node.index >= 0, node.index < graph.count, let other = graph.part(of: node),
      other.name == part.name, other.element == mirrored
    else { return nil }
    return node
  }
}
