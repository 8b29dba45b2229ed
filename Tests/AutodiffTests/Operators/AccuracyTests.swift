import Autodiff
import Testing

/// An operator at a point where the obvious way to compute it loses digits; the expected values
/// are correctly rounded from 400-digit arithmetic.
struct Accurate: Sendable, CustomTestStringConvertible {
  let name: String
  let x: Double
  let settings: [Double]
  let expected: Double

  init(_ name: String, _ x: Double, _ settings: [Double], gives expected: String) {
    (self.name, self.x, self.settings) = (name, x, settings)
    // A literal of a number this small is an error.
    self.expected = Double(expected) ?? .nan
  }

  var testDescription: String { "\(name)(\(x)) with \(settings)" }
}

@Suite("Accuracy far out")
struct AccuracyTests {
  @Test(
    "A value is right to the last digits where the obvious formula is not",
    arguments: [
      Accurate("silu", -745.2, [], gives: "-1.724e-321"),
      Accurate("silu", -720.4, [], gives: "-9.81361330444e-311"),
      Accurate("silu", -708.5, [], gives: "-1.42134473832723e-305"),
      Accurate("silu", -38.2, [], gives: "-9.817799399508908e-16"),
      Accurate("mish", -745.2, [], gives: "-1.724e-321"),
      Accurate("mish", -720.4, [], gives: "-9.81361330444e-311"),
      Accurate("mish", -38.2, [], gives: "-9.817799399508908e-16"),
      Accurate("gelu", -38.4, [], gives: "-2.535e-321"),
      Accurate("gelu", -37.3, [], gives: "-3.060649577159178e-303"),
      Accurate("gelu", -30.01, [], gives: "-1.0904412037711028e-196"),
      Accurate("gelu", -29.99, [], gives: "-1.9869104907581923e-196"),
      Accurate("gelu", -12.3, [], gives: "-5.570309556075305e-34"),
      Accurate("gelu", -5.7, [], gives: "-3.414511698606211e-08"),
      Accurate("gelu", -0.3, [], gives: "-0.1146265733433142"),
      Accurate("gelu", -20.3, [1], gives: "-1.0061653127657417e-272"),
      Accurate("gelu", -15.7, [1], gives: "-2.4611865787789476e-130"),
      Accurate("gelu", -5, [1], gives: "-2.291796196629506e-07"),
      Accurate("gelu", -0.3, [1], gives: "-0.11462907645724076"),
      Accurate("gelu", 1.7e308, [], gives: "1.7e308"),
      Accurate("gelu", 1.7e308, [1], gives: "1.7e308"),
      Accurate("sigmoid", -745.1, [], gives: "5e-324"),
      Accurate("sigmoid", -600.5, [], gives: "1.6075467697937942e-261"),
      Accurate("softplus", -1023.5, [0.3], gives: "1.4885316623100445e-133"),
      Accurate("softplus", -2400, [0.3], gives: "6.77410267473e-313"),
      Accurate("softplus", -700.3, [], gives: "7.304228033645715e-305"),
      Accurate("softplus", 1.7e308, [2], gives: "1.7e308"),
      Accurate("tanhshrink", 1e-08, [], gives: "3.3333333333333335e-25"),
      Accurate("tanhshrink", -0.1, [], gives: "-0.00033200537504418296"),
      Accurate("tanhshrink", 0.99, [], gives: "0.23263767578347372"),
      Accurate("tanhshrink", 1.01, [], gives: "0.24423798175156106"),
      Accurate("gaussian", 25.3, [], gives: "1.0290703813688983e-278"),
      Accurate("gaussian", -19.7, [], gives: "2.848751180567801e-169"),
      Accurate("logit", 0.5000001, [], gives: "3.99999999789463e-07"),
      Accurate("logit", 0.3, [], gives: "-0.8472978603872037"),
      Accurate("logsigmoid", 40, [], gives: "-4.248354255291589e-18"),
    ])
  func values(_ example: Accurate) throws {
    let operation = Operators[try #require(Operators.named(example.name))]
    let settings =
      example.settings.isEmpty ? operation.defaultSettings : Settings(example.settings)
    let value = operation.value([example.x], settings)
    #expect(isClose(value, example.expected, ulps: 4), "\(value)")
  }

  private static let softmaxes: [([Double], [Double], [Double])] = [
    (
      [0.1, -36.7], [0.9999999999999999, 1.042228790559586e-16],
      [-1.042228790559586e-16, -36.800000000000004]
    ),
    (
      [1000, 1001, 1002], [0.09003057317038046, 0.24472847105479764, 0.6652409557748219],
      [-2.40760596444438, -1.4076059644443804, -0.4076059644443803]
    ),
    ([1e-3, -745], [1, .leastNonzeroMagnitude], [-.leastNonzeroMagnitude, -745.001]),
    (
      [5, 5, 5.000001], [0.3333332222222037, 0.3333332222222037, 0.33333355555559263],
      [-1.0986126220015542, -1.0986126220015542, -1.098611622001554]
    ),
  ]

  @Test(
    "A softmax is right to the last digits for large, tiny and distant elements",
    arguments: softmaxes)
  func softmax(_ x: [Double], _ shares: [Double], _ logarithms: [Double]) throws {
    for (name, expected) in [("softmax", shares), ("log_softmax", logarithms)] {
      let operation = Operators[try #require(Operators.named(name))]
      let elements = try #require(operation.elements(of: x))
      #expect(zip(elements, expected).allSatisfy { isClose($0, $1, ulps: 4) }, "\(elements)")
    }
  }
}
