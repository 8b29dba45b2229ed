import ArgumentParser

/// An amount of memory as it is written on a command line: `4096`, `512M`, `2G`, `1.5 GiB`.
struct MemorySize: ExpressibleByArgument, Equatable {
  /// The amount in bytes.
  let bytes: Int

  /// Reads an amount; nil if it is none, is not above 0, or is beyond any machine.
  init?(argument: String) {
    let digits = argument.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    let unit = argument.dropFirst(digits.count).drop { $0 == " " }.lowercased()
    guard let number = Double(digits), let factor = MemorySize.units[unit],
      let bytes = Int(exactly: (number * factor).rounded()), bytes > 0
    else { return nil }
    self.bytes = bytes
  }

  private static let units: [String: Double] = {
    var units: [String: Double] = ["": 1, "b": 1]
    for (place, letter) in ["k", "m", "g", "t"].enumerated() {
      let factor = Double(1 << (10 * (place + 1)))
      for ending in ["", "b", "ib"] { units[letter + ending] = factor }
    }
    return units
  }()
}
