import Autodiff
import Reporting
import Testing

@Suite("Operators and parentheses in formulas")
struct FormulaParenthesesTests {
  private static let (a, b, c) = (Formula("a", -3), Formula("b", 2), Formula("c", -0.5))

  private static let parenthesized: [(Formula, String, String, String)] = [
    (a + b * c, "a + b·c", "a + b*c", "−3 + 2·(−0.5)"),
    ((a + b) * c, "(a + b)·c", "(a + b)*c", "(−3 + 2)·(−0.5)"),
    (a - (b - c), "a − (b − c)", "a - (b - c)", "−3 − (2 − (−0.5))"),
    (a - b - c, "a − b − c", "a - b - c", "−3 − 2 − (−0.5)"),
    (a / (b * c), "a/(b·c)", "a/(b*c)", "(−3)/(2·(−0.5))"),
    (a / b * c, "a/b·c", "a/b*c", "(−3)/2·(−0.5)"),
    (a * b, "a·b", "a*b", "(−3)·2"),
    (b * -a, "b·(−a)", "b*(-a)", "2·(−(−3))"),
    (-(a * b), "−(a·b)", "-(a*b)", "−((−3)·2)"),
    (-a * b, "−a·b", "-a*b", "−(−3)·2"),
    (-a.squared, "−a²", "-a^2", "−(−3)²"),
    ((-a).squared, "(−a)²", "(-a)^2", "(−(−3))²"),
    (a.squared.squared, "(a²)²", "(a^2)^2", "((−3)²)²"),
    ((a + b).squared, "(a + b)²", "(a + b)^2", "(−3 + 2)²"),
    (power(a, power(b, c)), "a^b^c", "a^b^c", "(−3)^2^(−0.5)"),
    (power(power(a, b), c), "(a^b)^c", "(a^b)^c", "((−3)^2)^(−0.5)"),
    (power(a, Formula(-2)), "a⁻²", "a^(-2)", "(−3)⁻²"),
    (power(a, Formula(0.5)), "a^0.5", "a^0.5", "(−3)^0.5"),
    (power(a, b - 1), "a^(b − 1)", "a^(b - 1)", "(−3)^(2 − 1)"),
    (-2 * a, "−2·a", "-2*a", "−2·(−3)"),
    (a + Formula(-2), "a + (−2)", "a + (-2)", "−3 + (−2)"),
    (1e-7 * a, "1e−7·a", "1e-7*a", "1e−7·(−3)"),
    (call("sqrt", a + b), "√(a + b)", "sqrt(a + b)", "√(−3 + 2)"),
    (call("abs", a), "|a|", "abs(a)", "|−3|"),
    (call("floor", a / b), "⌊a/b⌋", "floor(a/b)", "⌊(−3)/2⌋"),
    (call("le", a, b) * c, "(a ≤ b)·c", "(a <= b)*c", "(−3 ≤ 2)·(−0.5)"),
  ]

  @Test(
    "Parentheses stand where the text would be misread, and nowhere else", arguments: parenthesized)
  func parentheses(_ formula: Formula, _ typeset: String, _ plain: String, _ numbers: String) {
    #expect(formula.text(FormulaStyle(.names)) == typeset)
    #expect(formula.text(FormulaStyle(.names, typeset: false)) == plain)
    #expect(formula.text(FormulaStyle(.numbers)) == numbers)
  }

  @Test("Settings that differ from their defaults are named, words in quotes")
  func settings() {
    let examples: [(String, [Double], String)] = [
      ("leaky_relu", [0.2], "leaky_relu(x, negative_slope=0.2)"),
      ("leaky_relu", [0.01], "leaky_relu(x)"),
      ("gelu", [1], "gelu(x, approximate=\"tanh\")"),
      ("clamp", [-1, .infinity], "clamp(x, min=-1)"),
    ]
    for (name, settings, text) in examples {
      let formula = Operators.named(name).map { Formula($0, [Formula("x")], Settings(settings)) }
      #expect(formula?.text(FormulaStyle(.names, typeset: false)) == text)
    }
  }

  @Test("Long lists are cut short for a person, and never for the language")
  func longLists() {
    let names = (1...9).map { Formula("x\($0)") }
    let sum = FormulaParenthesesTests.call("sum", names)
    #expect(sum.text(FormulaStyle(.names)) == "sum([x1, x2, x3, …, x9])")
    #expect(
      sum.text(FormulaStyle(.names, typeset: false))
        == "sum([x1, x2, x3, x4, x5, x6, x7, x8, x9])")
    let share = Operators.named("softmax").map { Formula($0, names, Settings([7])) }
    #expect(share?.text(FormulaStyle(.names)) == "softmax([x1, x2, x3, …, x9])[7]")
  }

  @Test("A weighted sum is written out, the bias last")
  func weightedSums() {
    let weights = (1...8).map { Formula("w\($0)", Double($0) - 2) }
    let inputs = (1...8).map { Formula("x\($0)", 0.5) }
    let bias = Formula("b", -1)
    let neuron = FormulaParenthesesTests.call("dot", weights[..<2] + inputs[..<2] + [bias])
    #expect(neuron.text(FormulaStyle(.names)) == "w1·x1 + w2·x2 + b")
    #expect(neuron.text(FormulaStyle(.numbers)) == "(−1)·0.5 + 0·0.5 + (−1)")
    #expect(neuron.text(FormulaStyle(.names, typeset: false)) == "w1*x1 + w2*x2 + b")
    #expect(
      neuron.text(FormulaStyle(.names), inside: .multiplication) == "(w1·x1 + w2·x2 + b)")
    let wide = FormulaParenthesesTests.call("dot", weights + inputs + [bias])
    #expect(wide.text(FormulaStyle(.names)) == "w1·x1 + w2·x2 + w3·x3 + … + w8·x8 + b")
    #expect(
      wide.text(FormulaStyle(.names, typeset: false))
        == "dot([w1, w2, w3, w4, w5, w6, w7, w8], [x1, x2, x3, x4, x5, x6, x7, x8]) + b")
  }

  private static func power(_ base: Formula, _ exponent: Formula) -> Formula {
    call("pow", [base, exponent])
  }

  private static func call(_ name: String, _ operands: Formula...) -> Formula {
    call(name, operands)
  }

  private static func call(_ name: String, _ operands: [Formula]) -> Formula {
    Operators.named(name).map { Formula($0, operands, Operators[$0].defaultSettings) }
      ?? Formula("there is no \(name)")
  }
}
