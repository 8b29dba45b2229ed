/// A symmetric matrix as a lower triangle times itself turned over, by which equations are solved.
///
/// It exists if the matrix is positive definite: if a quadratic form with it curves upwards in every
/// direction. Only the lower triangle of the matrix is read (Cholesky, 1910).
struct Cholesky {
  private let rows: [[Double]]

  /// Why there is no such triangle.
  struct Failure: Error, Equatable {
    /// The row, from 0, at which a square that must be positive was not.
    let row: Int
    /// What it was.
    let square: Double
  }

  /// Takes a matrix apart, with a number added along its diagonal.
  init(_ matrix: [[Double]], damping: Double) throws(Failure) {
    var rows: [[Double]] = []
    for (i, row) in matrix.enumerated() {
      var triangle: [Double] = []
      for j in 0..<i {
        let product = Array(triangle[..<j]).dot(Array(rows[j][..<j]))
        triangle.append((row[j] - product) / rows[j][j])
      }
      let square = row[i] + damping - triangle.dot(triangle)
      guard square > 0, square.isFinite else { throw Failure(row: i, square: square) }
      rows.append(triangle + [square.squareRoot()])
    }
    self.rows = rows
  }

  /// The vector that the matrix takes to `b`.
  func solve(_ b: [Double]) -> [Double] {
    var x = b
    for (i, row) in rows.enumerated() {
      x[i] = (x[i] - Array(row[..<i]).dot(Array(x[..<i]))) / row[i]
    }
    for i in rows.indices.reversed() {
      for k in (i + 1)..<Swift.max(rows.count, i + 1) { x[i] -= rows[k][i] * x[k] }
      x[i] /= rows[i][i]
    }
    return x
  }
}
