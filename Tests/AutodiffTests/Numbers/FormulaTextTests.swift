import Autodiff
import Reporting
import Testing

@Suite("Formulas in words")
struct FormulaTextTests {
  private static let derivatives: [(String, String, String)] = [
    ("add", "1", "1"), ("mul", "b", "b"), ("div", "1/b", "1/b"),
    ("pow", "b·a^(b − 1)", "b*a^(b - 1)"), ("neg", "−1", "-1"), ("square", "2·x", "2*x"),
    ("cube", "3·x²", "3*x^2"), ("reciprocal", "−y²", "-y^2"), ("sqrt", "1/(2·y)", "1/(2*y)"),
    ("abs", "sign(x)", "sign(x)"), ("exp", "y", "y"), ("expm1", "y + 1", "y + 1"),
    ("exp2", "y·ln 2", "y*0.693147"), ("log", "1/x", "1/x"),
    ("log2", "1/(x·ln 2)", "1/(x*0.693147)"), ("sin", "cos(x)", "cos(x)"),
    ("cos", "−sin(x)", "-sin(x)"), ("tan", "1 + y²", "1 + y^2"), ("tanh", "1 − y²", "1 - y^2"),
    ("asin", "1/√((1 − x)·(1 + x))", "1/sqrt((1 - x)*(1 + x))"),
    ("acosh", "1/√((x − 1)·(x + 1))", "1/sqrt((x - 1)*(x + 1))"),
    ("erf", "2·exp(−x²)/√π", "2*exp(-x^2)/1.77245"), ("floor", "0", "0"),
    ("sigmoid", "y·(1 − y)", "y*(1 - y)"), ("logsigmoid", "sigmoid(−x)", "sigmoid(-x)"),
    ("relu", "0 if x ≤ 0, else 1", "where(x <= 0, 0, 1)"),
    ("leaky_relu", "1 if x > 0, else 0.01", "where(x > 0, 1, 0.01)"),
    ("elu", "exp(x) if x ≤ 0, else 1", "where(x <= 0, exp(x), 1)"),
    ("softsign", "(1 − |y|)²", "(1 - abs(y))^2"),
    (
      "silu", "sigmoid(x)·(1 + x·sigmoid(−x))", "sigmoid(x)*(1 + x*sigmoid(-x))"
    ),
    (
      "gelu", "erfc(−x/√2)/2 + x·exp(−x²/2)/√(2π)",
      "erfc(-x/1.41421)/2 + x*exp(-x^2/2)/2.50663"
    ),
    (
      "hardsigmoid", "0 if x ≤ −3, else 1/6 if x < 3, else 0",
      "where(x <= -3, 0, where(x < 3, 0.166667, 0))"
    ),
    ("max", "0.5 if a == b, else 0 if a < b, else 1", "where(a == b, 0.5, where(a < b, 0, 1))"),
    ("fmod", "1", "1"), ("hypot", "a/y", "a/y"),
    ("logaddexp", "sigmoid(a − b)", "sigmoid(a - b)"),
  ]

  @Test(
    "A derivative reads as in a textbook, and as the language writes it", arguments: derivatives)
  func derivative(_ name: String, _ typeset: String, _ plain: String) throws {
    let operation = Operators[try #require(Operators.named(name))]
    let names = operation.operandCount == 1...1 ? ["x"] : ["a", "b"]
    let formulas = operation.derivativeFormulas(
      names.map { Formula($0) }, Formula("y"), operation.defaultSettings)
    let formula = try #require(formulas.first ?? nil)
    #expect(formula.text(FormulaStyle(.names)) == typeset)
    #expect(formula.text(FormulaStyle(.names, typeset: false)) == plain)
  }

  private static let branches: [(String, [Double], String)] = [
    ("leaky_relu", [-2.0], "0.01"), ("leaky_relu", [3], "1"), ("relu6", [7], "0"),
    ("elu", [-1], "exp(−1)"), ("tanh", [0.5], "1 − 0.462117²"), ("cos", [-2], "−sin(−2)"),
    ("logsigmoid", [-2], "sigmoid(−(−2))"), ("max", [2, 2], "0.5"), ("max", [1, 2], "0"),
    ("mul", [2, -3], "−3"), ("pow", [-2, 3], "3·(−2)^(3 − 1)"), ("div", [-1, 4], "1/4"),
    ("exp2", [1024], "ln 4·exp2(1024 − 1)"), ("gaussian", [-1], "−(2·0.367879)·(−1)"),
    ("amax", [1, 3, 3], "0"), ("prod", [0, -2, 3], "(−2)·3"), ("prod", [2, -2, 3], "(−12)/2"),
    ("norm", [3, 4], "3/5"), ("norm", [0, 0], "0"), ("mean", [1, 2, 4], "1/3"),
    ("softmax", [1, 2], "0.268941·(1 − 0.268941)"),
    (
      "log_softmax", [1, 2],
      "1 − softmax([1, 2])[1]"
    ), ("logsumexp", [1, 2], "softmax([1, 2])[1]"),
  ]

  @Test("With the numbers in, only the branch that was taken is written", arguments: branches)
  func numbers(_ name: String, _ point: [Double], _ text: String) throws {
    let id = try #require(
      Operators.candidates(named: name).first { Operators[$0].operandCount.contains(point.count) })
    let operation = Operators[id]
    let value = operation.value(point, operation.defaultSettings)
    let formulas = operation.derivativeFormulas(
      point.enumerated().map { Formula("x\($0 + 1)", $1) }, Formula("y", value),
      operation.defaultSettings)
    let formula = try #require(formulas.first ?? nil)
    #expect(formula.text(FormulaStyle(.numbers)) == text)
  }
}

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
