public import Autodiff

/// An order of things, drawn at random.
public enum Permutation {
  /// The numbers from 0 up to but not including `count`, each once, every order equally likely.
  ///
  /// The shuffle of Fisher and Yates, in Durstenfeld's form (1964), from counted draws: the same
  /// draw gives the same order on every machine.
  public static func of(_ count: Int, _ draw: RandomSource.Draw) -> [Int] {
    guard count > 1 else { return Array(0..<max(count, 0)) }
    var order = Array(0..<count)
    for last in stride(from: count - 1, to: 0, by: -1) {
      // A number below 1 times last + 1 is at most last + 1, and only rounding could make it that.
      order.swapAt(last, min(Int(draw.uniform(last) * Double(last + 1)), last))
    }
    return order
  }
}
