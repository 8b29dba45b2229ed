import Autodiff
import Testing

@Suite("The conformance cases of scalar operators")
struct ScalarConformanceTests {
  @Test("Values and derivatives are right to the last digits, at every edge of the domain")
  func everyCase() throws {
    let cases = try ScalarCase.all()
    for scalarCase in cases {
      let (operation, settings) = try named(scalarCase.op, scalarCase.operands.count)
      let accepted = try scalarCase.outcomes.contains {
        scalarCase.kind == "vector"
          ? try holds(scalarCase, $0, operation, settings)
          : holdsToTheLastDigits(scalarCase, $0, operation, settings)
      }
      #expect(accepted, "\(scalarCase.id) at \(scalarCase.operands)")
    }
  }

  /// The operators that a case spells with its settings: name, settings.
  private static let spelledOut: [String: (String, [Double])] = [
    "leaky_relu(0.01)": ("leaky_relu", [0.01]), "leaky_relu(0.2)": ("leaky_relu", [0.2]),
    "softplus(beta=2)": ("softplus", [2]), "elu(1)": ("elu", [1]), "elu(0.5)": ("elu", [0.5]),
    "celu(0.5)": ("celu", [0.5]), "gelu(tanh)": ("gelu", [1]), "clamp(-1,1)": ("clamp", [-1, 1]),
    "var(biased)": ("var", [0]), "norm1": ("norm", [1]), "norm2": ("norm", [2]),
    "norminf": ("norm", [.infinity]),
  ]

  private func named(_ name: String, _ count: Int) throws -> (Operator, Settings) {
    let (plain, settings) = ScalarConformanceTests.spelledOut[name] ?? (name, [])
    let id = try #require(
      Operators.candidates(named: plain).first { Operators[$0].operandCount.contains(count) },
      "\(name)")
    let operation = Operators[id]
    return (operation, settings.isEmpty ? operation.defaultSettings : Settings(settings))
  }

  /// One number for operands that are numbers, within so many units in the last place.
  private func holdsToTheLastDigits(
    _ scalarCase: ScalarCase, _ outcome: ScalarCase.Outcome, _ operation: Operator,
    _ settings: Settings
  ) -> Bool {
    guard let tolerance = scalarCase.tolUlp else { return false }
    let value = operation.value(scalarCase.operands, settings)
    let derivatives = operation.derivatives(scalarCase.operands, value, settings)
    let signed = ["neg", "abs", "add", "sub", "mul", "div", "sqrt"].contains(scalarCase.op)
    return isClose(value, outcome.value.values[0], ulps: min(tolerance.value, 4), signed: signed)
      && zip(derivatives, outcome.derivatives).allSatisfy { derivative, expected in
        let derivative = derivative ?? 0
        return abs(derivative - expected) <= 4e-16 && !(signed && derivative == 0)
          || isClose(derivative, expected, ulps: min(tolerance.deriv, 4), signed: signed)
      }
  }

  /// One number or a vector of a vector, within a relative and an absolute tolerance.
  private func holds(
    _ scalarCase: ScalarCase, _ outcome: ScalarCase.Outcome, _ operation: Operator,
    _ settings: Settings
  ) throws -> Bool {
    let tolerance = try #require(scalarCase.tol)
    let x = scalarCase.operands
    let seed = scalarCase.seed?.values ?? [1]
    var gradient = [Double](repeating: 0, count: x.count)
    var values: [Double] = []
    for (index, upstream) in seed.enumerated() {
      let settings = operation.elements == nil ? settings : Settings([Double(index + 1)])
      values.append(operation.value(x, settings))
      let locals = operation.derivatives(x, values[index], settings)
      for (place, local) in locals.enumerated() { gradient[place] += upstream * (local ?? 0) }
    }
    let expected = outcome.value.values + outcome.derivatives
    return zip(values + gradient, expected).allSatisfy { actual, expected in
      actual == expected || actual.isNaN && expected.isNaN
        || abs(actual - expected) <= tolerance.abs + tolerance.rel * abs(expected)
    } && values.count + gradient.count == expected.count
  }
}
