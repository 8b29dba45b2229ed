import Autodiff

/// The arithmetic of vectors that the methods are written in.
extension [Double] {
  /// The sum of the products, from left to right.
  func dot(_ other: [Double]) -> Double { zip(self, other).reduce(0) { $0 + $1.0 * $1.1 } }

  /// The sum with a multiple of another.
  func adding(_ factor: Double, times other: [Double]) -> [Double] {
    zip(self, other).map { $0 + factor * $1 }
  }

  /// The vector times a number.
  func scaled(by factor: Double) -> [Double] { map { factor * $0 } }

  /// The largest magnitude of an element; nan if one is.
  var largest: Double { reduce(0) { Double.max($0, abs($1)) } }
}

extension Settings {
  /// The setting at a place as a count, from 0 up to a million.
  func count(_ place: Int) -> Int { self[place] >= 1 ? Int(Swift.min(self[place], 1e6)) : 0 }
}
