import Autodiff
import Testing

@Suite("Kinks")
struct KinkTests {
  @Test(
    "A corner, a jump or a tie is found wherever it lies in a box",
    arguments: [
      Kink("abs", [-1...1]), Kink("sign", [0...0]), Kink("relu", [-0.1...0.1]),
      Kink("relu6", [5...7]), Kink("leaky_relu", [0...1]), Kink("elu", [0...0], [0.5]),
      Kink("selu", [0...0]), Kink("hardtanh", [0.5...1.5]), Kink("hardsigmoid", [-3...(-3)]),
      Kink("hardswish", [3...3]), Kink("clamp", [-1...(-1)], [-1, 1]), Kink("sqrt", [0...1]),
      Kink("floor", [0.9...1.1]), Kink("floor", [0...0]), Kink("ceil", [3...3]),
      Kink("round", [2.5...2.5]), Kink("trunc", [-1.1...(-0.9)]), Kink("asin", [1...1]),
      Kink("max", [0...1, 1...2]), Kink("min", [2...2, 2...2]), Kink("lt", [1...1, 1...1]),
      Kink("amax", [0...1, 0.5...2, -3...0]), Kink("amin", [0...1, 0.5...2, -3...0.1]),
      Kink("max_first", [1...1, 1...1]), Kink("norm", [0...0, 0...0]),
      Kink("norm", [0...0, 1...1], [1]), Kink("norm", [-2...(-2), 2...2], [.infinity]),
      Kink("std", [3...3, 3...3]), Kink("hypot", [0...0, -1...1]), Kink("fmod", [4...4, 2...2]),
      Kink("pow", [0...0, 0.5...0.5]), Kink("softshrink", [0.5...0.5]),
      Kink("atan2", [-1...1, -2...(-1)]),
    ])
  func kinks(_ kink: Kink) throws {
    #expect(try kink.isFound())
  }

  @Test(
    "Where a derivative exists there is no kink",
    arguments: [
      Kink("abs", [0.1...1]), Kink("relu", [-2...(-1)]), Kink("relu6", [1...5]),
      Kink("leaky_relu", [-1...1], [1]), Kink("elu", [-1...1]), Kink("celu", [-1...1], [0.5]),
      Kink("softsign", [-1...1]), Kink("tanh", [-1...1]), Kink("hardtanh", [-0.5...0.5]),
      Kink("clamp", [-5...5]), Kink("floor", [1.1...1.9]), Kink("trunc", [-0.9...0.9]),
      Kink("round", [2.6...3.4]), Kink("max", [0...1, 2...3]), Kink("amax", [0...1, 2...3, 0...1]),
      Kink("norm", [0...0, 1...1]), Kink("std", [1...1, 3...3]), Kink("fmod", [3...3, 2...2]),
      Kink("pow", [-1...1, 2...2]), Kink("pow", [-1...1, 3...3]), Kink("atan2", [-1...1, 1...2]),
      Kink("prod", [0...0, 0...0]), Kink("softmax", [1...1, 1...1]),
    ])
  func smooth(_ kink: Kink) throws {
    #expect(try !kink.isFound())
  }
}

/// A box of operands in which an operator may have a kink.
struct Kink: Sendable, CustomTestStringConvertible {
  let name: String
  let box: [ClosedRange<Double>]
  let settings: [Double]?

  init(_ name: String, _ box: [ClosedRange<Double>], _ settings: [Double]? = nil) {
    (self.name, self.box, self.settings) = (name, box, settings)
  }

  var testDescription: String { "\(name) in \(box)" }

  func isFound() throws -> Bool {
    let operation = Operators[try #require(Operators.named(name))]
    return operation.hasKink(box, settings.map { Settings($0) } ?? operation.defaultSettings)
  }
}
