extension Diagnosing {
  /// What is said where numbers are right but for the last digits.
  static func rounding(
    _ wrong: Set<Int>, _ claimed: Claimed,
    close: (_ element: Int, _ point: Int) -> Closeness?
  ) -> Finding? {
    var least = Closeness.rounded
    for element in wrong {
      for point in 0..<claimed.points {
        guard let closeness = close(element, point) else { return nil }
        if closeness != .rounded { least = closeness }
      }
    }
    return Finding(id: "rounding", text: least.words, lesson: Lesson.checking.words)
  }
}

/// In what way a number is nearly right.
enum Closeness: Equatable {
  /// Its last digits are off.
  case rounded
  /// It has one digit, too few to tell whether it is right.
  case coarse
  /// It is right but for zeros at its end, which stand for digits.
  case zeros
  /// It is a quotient of differences.
  case quotient

  var words: String {
    switch self {
    case .quotient:
      "a quotient of differences comes near a derivative, and is none: write the derivative itself"
    case .rounded:
      "nearly right: a number in it was rounded too early, or cut off instead of rounded"
    case .coarse: "too coarse to tell: give two digits at least"
    case .zeros:
      "nearly right, but zeros at its end count as typed digits: write a rounded number as 1.2e3"
    }
  }
}
