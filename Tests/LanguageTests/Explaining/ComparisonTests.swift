import Language
import Reporting
import Testing

@Suite("Two things side by side")
struct ComparisonTests {
  private func text(_ program: String) -> String {
    let run = Run(program)
    #expect(run.rendered == "")
    return run.text { if case .compared = $0 { true } else { false } }
  }

  @Test("Two losses of the same weights, one of them clamped: node by node")
  func losses() {
    #expect(
      text(
        """
        input x = 2
        param w = 0.75
        h = w*x
        L = h^2
        h = clamp(w*x, -1, 1)
        M = h^2
        compare L, M
        """)
          == """
          L and M part at h | h·2, 1.5 against 1; their gradients differ most at w, 6
            against 0
                     value: L     M  gradient: L  M
            x               2     2         2.25  0
            w            0.75  0.75            6  0
            h | h·2       1.5     1            3  2  ≠
            L | M        2.25     1            1  1
            the factor that differs: dh/dw, x = 2 against 0*x = 0
            the factor that differs: dh/dx, w = 0.75 against 0*w = 0

          """)
  }

  @Test("Where two are made by other rules, that factor is marked and no other")
  func factor() {
    let said = text(
      """
      input x = 2
      param w = 0.5
      z = w*x
      a = tanh(z)
      A = (a - 1)^2
      z2 = w*x
      a2 = sigmoid(z2)
      B = (a2 - 1)^2
      compare A, B
      """)
    #expect(said.contains("z | z2"))
    #expect(
      said.contains("the factor that differs: da/dz, 1 − a^2 = 0.42 against a*(1 − a) = 0.1966"))
    #expect(said.split(separator: "\n").filter { $0.hasSuffix("≠") }.count == 1)
  }

  @Test("Of two runs it is said how their steps are made differently")
  func rates() {
    let said = text(
      """
      param w = 1; L = w^2
      minimize L, steps=3, optimizer=sgd(lr=0.1), name=one
      set w = 1
      minimize L, steps=3, optimizer=sgd(lr=0.2), name=other
      compare one, other
      """)
    #expect(said.contains("lr 0.1 against 0.2"))
    #expect(said.split(separator: "\n").filter { $0.hasSuffix("≠") }.count == 1)
  }

  @Test("The same twice")
  func same() {
    let report = Run("param w = 2; L = w^2; compare L, L").objects("compare").first
    #expect(
      report?["summary"]?.string == "L and L have the same values and gradients at every node")
    #expect(report?["rows"]?.elements.map { $0["gradient"]?.text } == ["[4,4]", "[1,1]"])
  }

  private let runs = """
    param a = 3
    J = a^2
    minimize J, optimizer=sgd(lr=0.25), steps=2, name=slow
    set a = 3
    minimize J, optimizer=sgd(lr=0.5), clip=norm(1), steps=2, name=clipped

    """

  @Test("Two runs from the same start")
  func twoRuns() {
    let report = Run(runs + "compare slow, clipped").objects("compare").first
    #expect(report?["of"]?.elements.compactMap(\.string) == ["slow", "clipped"])
    #expect(report?["rows"]?.elements.map { $0["loss"]?.text } == ["[9,9]", "[2.25,6.25]"])
    #expect(
      report?["summary"]?.string
        == "slow ends lower: loss 2.25 against 6.25; they part at step 2, 2.25 against 6.25; lr 0.25 against 0.5"
    )
  }

  @Test("A run before and after its last step, its gradients unclipped and clipped")
  func lastStep() {
    let report = Run(runs + "compare clipped").objects("compare").first
    let row = report?["rows"]?.elements.first
    #expect(row?["value"]?.text == "[2.5,2]")
    #expect(row?["gradient"]?.text == "[5,1]")
    #expect(
      report?["summary"]?.string
        == "step 2 of clipped changed a most, 2.5 to 2; clipping changed its gradients,"
        + " from a norm of 5 to 1")
  }

  @Test("What cannot be compared")
  func complaints() {
    expectComplaint(
      runs + "compare slow, ‹J›", "error: a run is compared with a run, a loss with a loss\n")
    expectComplaint(
      runs + "compare ‹J›",
      """
      error: 'compare' takes 2 values, not 1
      note: write 'compare L, M'
      """)
    expectComplaint(
      "param w[2] = [1, 2]; L = sum(w); compare L, ‹w›",
      """
      error: what 'compare' is given must be a scalar, not a vector of 2
      note: choose an element, as in y[1], or reduce it, as in sum(y)
      """)
  }
}
