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
      "1 − 0.268941"
    ), ("logsumexp", [1, 2], "0.268941"),
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

  @Test(
    "The largest and the smallest of a list are called as they are typed",
    arguments: ["max", "min"])
  func extremes(_ name: String) throws {
    let id = try #require(Operators.candidates(named: name).last)
    let formula = Formula(id, [Formula("a"), Formula("b")])
    let text = formula.text(FormulaStyle(.names, typeset: false))
    #expect(text == "\(name)([a, b])")
  }

  @Test("The rule of a power reads as it is learned where the exponent is a number")
  func powers() throws {
    let id = try #require(Operators.named("pow"))
    let examples: [(Double, String)] = [
      (3, "3·x²"), (2, "2·x"), (1, "1"), (0, "0·x^(−1)"), (-1, "−1·x⁻²"), (0.5, "0.5·x^(−0.5)"),
    ]
    for (exponent, text) in examples {
      let formulas = Operators[id].derivativeFormulas(
        [Formula("x", 2), Formula(exponent)], Formula("y", 1), .none)
      #expect(formulas[0]?.text(FormulaStyle(.names)) == text)
    }
  }
}
