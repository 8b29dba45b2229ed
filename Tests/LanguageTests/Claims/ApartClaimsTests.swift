import Testing

@Suite("Claims whose elements are wrong in different ways")
struct ApartClaimsTests {
  /// What is said, on one line.
  private func text(_ program: String) -> String {
    Run(program).text().split { $0.isWhitespace }.joined(separator: " ")
  }

  private let neuron =
    "input x = [1, 2, 3]; param w = [0.5, 0.3, -0.2]; y = tanh(dot(w, x)); L = (y - 1)^2\n"

  @Test("Each element is told its own mistake")
  func apart() {
    let text = text(
      neuron + "claim dL/dw = [2*(y - 1)*x[1], -2*(y - 1)*(1 - y^2)*x[2], (y - 1)*(1 - y^2)*x[3]]")
    #expect(text.contains("3 elements differ, not all in the same way"))
    #expect(text.contains("dL/dw[1]: the factor"))
    #expect(text.contains("dL/dw[2]: the sign of dL/dw[2] is flipped"))
    #expect(text.contains("dL/dw[3]: it is half of dL/dw[3]"))
  }

  @Test("What is wrong everywhere in one way is told once")
  func together() {
    let text = text(neuron + "claim dL/dw = [-x[1], -x[2], -x[3]]*2*(y - 1)*(1 - y^2)")
    #expect(text.contains("the sign of dL/dw is flipped"))
    #expect(!text.contains("elements differ"))
  }

  @Test("What lacks one over the count is told so, and not that a square is wrong")
  func count() {
    let loss = "param y = [1, 2]; input t = [0.5, 3]; L = sum((y - t)^2)/(2*2)\n"
    let text = text(loss + "claim dL/dy = y - t")
    #expect(text.contains("it is twice dL/dy;"))
    #expect(text.contains("= 0.25, of which 1/2 is one over the count"))
    let three = "param y = [1, 2, 4]; input t = [0.5, 3, 3]; L = sum((y - t)^2)/(2*3)\n"
    #expect(self.text(three + "claim dL/dy = y - t").contains("half of a mean: the factor 1/n"))
  }

  @Test("A name that 'grad' made is underlined, and nothing beside it")
  func alias() {
    expectComplaint(
      "param w = 2; x = 3; y = w*x; L = y^2; d = grad(L, y)\nclaim dL/dw = ‹d›*x",
      """
      error: a claim is your own derivation: 'd' was made by 'grad', so it may not be used in it
      note: write the factors yourself; dL/dz of a node on the way may be used
      """)
  }
}
