/// How a prediction decides for a class, so that it can be counted as right or wrong.
public enum Decision: Sendable, Equatable {
  /// The class with the largest number.
  case largest
  /// Yes above a threshold; a target is yes if it is above the middle of no and yes.
  case above(Double, middle: Double)

  /// Whether a prediction decides for its target: the number of a class from 1, a probability for
  /// each class, or a yes or no for each element.
  public func isRight(_ prediction: [Double], _ target: [Double]) -> Bool {
    switch self {
    case .largest:
      let decided = Decision.largest(prediction)
      guard target.count == 1, prediction.count > 1 else {
        return decided == Decision.largest(target)
      }
      return Double(decided + 1) == target[0]
    case .above(let threshold, let middle):
      return zip(prediction, target).allSatisfy { ($0 > threshold) == ($1 > middle) }
    }
  }

  /// The place of the largest number, the first if there are several.
  private static func largest(_ numbers: [Double]) -> Int {
    numbers.indices.reduce(0) { numbers[$1] > numbers[$0] ? $1 : $0 }
  }
}
