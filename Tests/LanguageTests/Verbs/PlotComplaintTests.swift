import Testing

@Suite("What cannot be plotted")
struct PlotComplaintTests {
  @Test(
    "A function without a range is told the range to write",
    arguments: [
      ("plot ‹tanh›", "'tanh' is a function", "write plot tanh, x=-4..4"),
      (
        "plot ‹cosine(0.1, steps=50)›", "'cosine(0.1, steps=50)' is a schedule",
        "write plot cosine(0.1, steps=50), t=0..50"
      ),
      (
        "f(u, v, k=2) = k*u*v\nplot ‹f›", "'f' is a function", "write plot f, u=-4..4, v=-4..4"
      ),
    ])
  func range(_ program: String, _ kind: String, _ note: String) {
    expectComplaint(
      program,
      """
      error: \(kind), and its picture needs to know what range to show
      note: \(note)
      """)
  }

  @Test("A range the wrong way round is named")
  func order() {
    expectComplaint(
      "plot cosine(0.1, steps=50), t=‹50..0›",
      """
      error: what varies needs a range from a smaller to a larger number
      note: write t=-4..4
      """)
  }

  @Test("No range helps where there are three inputs")
  func inputs() {
    expectComplaint(
      "net n = 3 -> dense(1)\nplot ‹n›",
      """
      error: a picture shows a function of one or two inputs, not 3
      note: hold the others: f(x, y) = n([x, y, 0]), then plot f, x=-4..4, y=-4..4
      """)
  }

  @Test("A schedule without its settings says which it needs")
  func schedule() {
    expectComplaint(
      "plot ‹cosine›",
      "error: 'cosine' needs 'lr'\nnote: 'reference cosine' tells what it is")
  }
}
