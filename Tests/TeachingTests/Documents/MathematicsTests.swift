import Reporting
import Testing

@testable import Teaching

@Suite("Mathematics in words")
struct MathematicsTests {
  @Test(
    "TeX becomes what fits on a line",
    arguments: [
      ("x_i^2", "xᵢ²"), ("\\frac{a}{b}", "a/b"), ("\\frac{\\partial L}{\\partial w}", "∂L/∂w"),
      ("\\frac{1}{n} \\sum_i (p_i - t_i)^2", "1/n ∑ᵢ (pᵢ − tᵢ)²"),
      ("\\frac{a + b}{2}", "(a + b)/2"),
      ("\\sigma(z) \\cdot x", "σ(z) · x"), ("\\hat{y}", "y\u{302}"), ("e^{-x}", "e^(−x)"),
      ("w_{ij}", "wᵢⱼ"), ("w_{out}", "w_out"), ("x^{10}", "x¹⁰"), ("\\sqrt{a + b}", "√(a + b)"),
      ("a \\le b", "a ≤ b"), ("\\text{mean error}", "mean error"), ("\\unknown x", "unknown x"),
      ("\\left( x \\right)", "( x )"), ("A^\\top", "Aᵀ"), ("f'(x)", "f′(x)"), ("}", ""), ("{", ""),
      ("^", "^"), ("\\", ""), ("\\nabla_w L", "∇_w L"), ("10^{-3}", "10⁻³"),
      ("\\mu = 0.9", "μ = 0.9"), ("\\gamma \\hat{x}_i", "γ x\u{302}ᵢ"), ("\\log p", "log p"),
      ("\\log{p}", "log p"), ("\\Delta w", "Δw"), ("\\alpha\\beta", "αβ"), ("A^\\top x", "Aᵀ x"),
      ("\\frac{1}{2n}", "1/(2n)"), ("\\frac{2n}{3}", "2n/3"), ("\\frac{dL}{dw_1}", "dL/dw₁"),
      ("\\frac{1}{2^n}", "1/2ⁿ"), ("\\sqrt{2\\pi}", "√(2π)"), ("\\frac{1}{10}", "1/10"),
    ])
  func forms(_ source: String, _ expected: String) {
    #expect(TeXReader.text(source) == expected)
  }

  @Test("Markdown takes nothing between the signs for its own")
  func markdown() throws {
    func shown(_ text: String) throws -> String {
      TextRenderer(width: 60).text(try notebook(text).prose)
    }
    #expect(try shown("so $a_1*b_1*c_1$ *is* $x^*$") == "so a₁·b₁·c₁ is x^·\n")
    #expect(try shown("$$\n\\frac{a}{b}\n$$") == "    a/b\n")
    #expect(try shown("it costs $5 and $6") == "it costs $5 and $6\n")
    #expect(try shown("`$x$` and \\$x$") == "$x$ and $x$\n")
    #expect(try shown("    $x_1$") == "  $x_1$\n")
    #expect(try shown("an open $$ stays") == "an open $ stays\n")
  }

  @Test("A short formula stays on one line")
  func unbroken() throws {
    let text = TextRenderer(width: 20).text(try notebook("seventeen letters $p - t$ here").prose)
    #expect(text == "seventeen letters\np − t here\n")
  }

  @Test("A thousand braces are no trouble")
  func deep() {
    let text = String(repeating: "{", count: 1_000) + "x" + String(repeating: "}", count: 1_000)
    #expect(TeXReader.text(text).contains("x"))
  }
}
