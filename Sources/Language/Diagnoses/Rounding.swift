extension Diagnosing {
  /// What is said where numbers are right but for the last digits.
  static func rounding(
    _ wrong: Set<Int>, _ claimed: Claimed, close: (_ element: Int, _ point: Int) -> Bool
  ) -> Finding? {
    let isClose = wrong.allSatisfy { element in
      (0..<claimed.points).allSatisfy { close(element, $0) }
    }
    guard isClose else { return nil }
    return Finding(
      id: "rounding",
      text: "nearly right: a number in it was rounded too early, or cut off instead of rounded",
      lesson: Lesson.checking.words)
  }
}
