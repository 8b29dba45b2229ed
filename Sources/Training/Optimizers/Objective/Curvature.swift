/// How an objective curves along a direction.
enum Curvature {
  /// The same for a person.
  static let words = "d*(H*d)/(d*d) with d the direction"

  /// dᵀHd/dᵀd: the second derivative for a step of length 1; 0 where there is no direction.
  static func along<Failure: Error>(
    _ direction: [Double], _ product: ([Double]) throws(Failure) -> [Double]
  ) throws(Failure) -> Double {
    let square = direction.dot(direction)
    return square == 0 ? 0 : direction.dot(try product(direction)) / square
  }
}
