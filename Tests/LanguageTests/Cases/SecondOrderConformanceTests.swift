import Language
import Reporting
import Testing

@Suite("Second and higher derivatives")
struct SecondOrderConformanceTests {
  /// One function at one point, with its derivatives there.
  struct Case: Decodable, Sendable {
    var id: String
    var kind: String
    var vars: [String]?
    var expr: String
    var at: Point
    var expect: Expectation

    struct Expectation: Decodable, Sendable {
      var value: Double?
      var grad: [Double]?
      var hessian: [[Double]]?
      var newton: [[Double]]?
      var damped: [Double]?
      var derivatives: [Double]?

      enum CodingKeys: String, CodingKey {
        case value, grad, hessian, newton
        case damped = "damped_step_mu1"
        case derivatives = "derivatives_0_to_4"
      }
    }

    /// A number, or one for each variable.
    struct Point: Decodable, Sendable {
      var coordinates: [Double]

      init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let number = try? container.decode(Double.self) {
          coordinates = [number]
        } else {
          coordinates = try container.decode([Double].self)
        }
      }
    }

    /// The variables as parameters, and the function as `L`.
    var program: String {
      let names = vars ?? ["x"]
      let leaves = zip(names, at.coordinates).map { "param \($0) = \($1)" }
      let value = ["tanh", "sigmoid"].contains(expr) ? "\(expr)(x)" : expr
      return (leaves + ["L = \(value)"]).joined(separator: "\n") + "\n"
    }
  }

  private func shown(_ program: String, _ id: String) -> [[Double]] {
    let run = Run(program)
    #expect(run.rendered == "", "\(id)")
    return run.objects("value").map { $0["value"]?.numbers ?? [] }
  }

  @Test("Value, gradient and hessian")
  func hessians() throws {
    let file = try ConformanceFile<Case>(named: "08_second_order")
    let cases = file.cases.filter { $0.kind == "second-order" }
    #expect(cases.count == 10)
    for example in cases {
      let list = (example.vars ?? []).joined(separator: ", ")
      let values = shown(
        example.program + "show L, grad(L, [\(list)]), hessian(L, [\(list)])", example.id)
      let expected = [
        [example.expect.value ?? .nan], example.expect.grad ?? [],
        (example.expect.hessian ?? []).flatMap { $0 },
      ]
      for (actual, wanted) in zip(values, expected) {
        #expect(file.tolerance.allows(actual, for: wanted), "\(example.id): \(actual)")
      }
      #expect(values.count == 3)
    }
  }

  @Test("The value and four derivatives, each the gradient of the one before")
  func higher() throws {
    let file = try ConformanceFile<Case>(named: "08_second_order")
    let cases = file.cases.filter { $0.kind == "higher-derivatives" }
    #expect(cases.count == 5)
    for example in cases {
      let program =
        example.program
        + "d1 = grad(L, x); d2 = grad(d1, x); d3 = grad(d2, x); d4 = grad(d3, x)\nshow L, d1, d2, d3, d4"
      let actual = shown(program, example.id).flatMap { $0 }
      #expect(
        file.tolerance.allows(actual, for: example.expect.derivatives ?? []),
        "\(example.id): \(actual)")
    }
  }

  @Test("Newton's method, written in the language")
  func newton() throws {
    let file = try ConformanceFile<Case>(named: "08_second_order")
    let loose = Tolerance(rel: 1e-8, abs: 1e-10)
    var count = 0
    for example in file.cases where example.vars == ["x", "y"] {
      count += 1
      let iterates = example.expect.newton ?? []
      let steps = shown(example.program + newton(rounds: iterates.count, damping: 0), example.id)
      for (actual, expected) in zip(steps, iterates) {
        #expect(loose.allows(actual, for: expected), "\(example.id): \(actual), not \(expected)")
      }
      #expect(steps.count == iterates.count)
      let damped = shown(example.program + newton(rounds: 1, damping: 1), example.id).first ?? []
      #expect(loose.allows(damped, for: example.expect.damped ?? []), "\(example.id): \(damped)")
    }
    #expect(count == 9)
  }

  /// Newton steps for two variables, the matrix inverted by Cramer's rule.
  private func newton(rounds: Int, damping: Int) -> String {
    """
    for k in 1..\(rounds) {
      g = grad(L, [x, y])
      H = hessian(L, [x, y])
      a = H[1, 1] + \(damping); d = H[2, 2] + \(damping); b = H[1, 2]
      D = a*d - b*b
      set [x, y] = [x - (d*g[1] - b*g[2])/D, y - (a*g[2] - b*g[1])/D]
      show [x, y]
    }
    """
  }
}
