import Language
import Reporting
import Testing

@Suite("After a training the gradient over the rows is explained")
struct TrainingExplanationTests {
  private let xor = """
    data xor = [0 0 -> 0; 0 1 -> 1; 1 0 -> 1; 1 1 -> 0]
    net mlp = 2 -> dense(4, tanh) -> dense(1, sigmoid), init=xavier, seed=7

    """

  /// The last explanation, which must add up.
  private func story(_ program: String) -> JSONValue? {
    let run = Run(program)
    #expect(run.rendered == "")
    let story = run.objects("explain").last
    let gradient = story?["gradient"]?.number ?? .nan
    let products = (story?["paths"]?.elements ?? []).compactMap { $0["product"]?.number }
    let sum = products.reduce(0, +) + (story?["rest"]?.number ?? .nan)
    #expect(abs(sum - gradient) <= 1e-12 * max(abs(gradient), products.map(abs).max() ?? 0))
    return story
  }

  @Test("The last loss is that of all rows, with the bits of .grad")
  func allRows() {
    let train = xor + "train mlp, xor, loss=mse, optimizer=sgd(lr=0.5), epochs=5, every=5\n"
    let run = Run(train + "explain loss, mlp.w1[3,2], paths=20\nshow mlp.w1[3,2].grad")
    let story = run.objects("explain").first
    #expect(story?["gradient"]?.text == run.objects("value").last?["value"]?.text)
    // Of four rows there is one path each: w1[3,2], z1[3], a1[3], z2[1], a2[1], the loss.
    #expect(story?["paths"]?.elements.count == 4)
    #expect(story?["rest"]?.number == 0)
    #expect(Set(story?["paths"]?.elements.compactMap { $0["row"]?.number } ?? []) == [1, 2, 3, 4])
  }

  @Test("One row")
  func oneRow() {
    let train = xor + "train mlp, xor, loss=mse, optimizer=sgd(lr=0.5), epochs=5, every=5\n"
    let run = Run(train + "explain mlp.w1[3,2], row=2\nbackward loss, row=2, steps=false")
    let gradients = run.objects("gradients").last?["gradients"]?["mlp.w1"]?.elements ?? []
    #expect(
      run.objects("explain").last?["gradient"]?.number == gradients[2].elements[1].number)
    #expect(
      story(train + "explain mlp.w1[3,2], row=3")?["summary"]?.string
        == "dloss/dmlp.w1[3,2] is 0 because it is multiplied by x[2] = 0")
    let inner = story(train + "explain mlp.a1[2], row=3")
    #expect(
      inner?["paths"]?.elements.first?["nodes"]?.elements.compactMap(\.string)
        == ["loss of row 3", "mlp.a2[1] - target", "mlp.a2[1]", "mlp.z2[1]", "mlp.a1[2]"])
  }

  @Test("The step before: the gradient of its batch, at the parameters before it")
  func lastStep() {
    for options in [
      "", ", batch=2, shuffle=3", ", batch=1", ", l2=0.1, l1=0.01", ", clip=norm(0.01)",
    ] {
      let told = story(
        xor + "train mlp, xor, loss=mse, optimizer=adam, epochs=5, every=5\(options)\n"
          + "explain mlp.w1[3,2]")
      #expect(told?["paths"]?.elements.isEmpty == false, "\(options)")
      #expect(told?["update"]?.elements.isEmpty == false)
      #expect(told?["because"]?.string?.hasPrefix("dloss/dmlp.w1[3,2] is ") == true)
    }
  }

  @Test("Dropped units are those of the step")
  func dropout() {
    let told = story(
      """
      data d = [1 2 -> 3; 2 1 -> 4; 0 1 -> 1]
      net n = 2 -> dense(6, relu) -> dropout(0.5) -> dense(1), seed=2
      train n, d, loss=mse, optimizer=sgd(lr=0.01), epochs=4, every=4
      explain n.w2[1,3]
      """)
    #expect(told?["paths"]?.elements.isEmpty == false)
  }

  @Test("Rows that depend on one another are explained together")
  func together() {
    let told = story(
      """
      data d = [1 2 -> 3; 2 1 -> 4; 0 1 -> 1]
      net n = 2 -> dense(3) -> batchnorm() -> tanh -> dense(1), seed=2
      train n, d, loss=mse, optimizer=sgd(lr=0.01), epochs=4, every=4
      explain n.w1[1,2]
      """)
    #expect(told?["paths"]?.elements.count == 3)
  }

  @Test("A minimization, clipped, with its penalties")
  func minimization() {
    let told = story(
      "param w = 2; param v = 1; L = (w*v - 3)^2; minimize L, optimizer=sgd(lr=0.1), steps=3,"
        + " every=3, l2=0.1, clip=norm(0.5); explain w")
    #expect(told?["of"]?.string == "L")
    #expect(told?["paths"]?.elements.count == 2)
  }

  @Test("What is no part of a step, and what is another node on every row")
  func complaints() {
    let train = xor + "train mlp, xor, loss=mse, optimizer=sgd(lr=0.5), epochs=5, every=5\n"
    expectComplaint(
      train + "explain ‹mlp.a1[2]›",
      """
      error: 'mlp.a1[2]' is another node for every row of the data
      note: pick a row: explain mlp.a1[2], row=1
      """)
    expectComplaint(
      train + "explain mlp.w1[1,1], row=‹9›", "error: there is no row 9; the data have 4\n")
    #expect(
      story(train + "param v = 1; explain v")?["summary"]?.string
        == "dloss/dv is 0: loss does not depend on v")
  }
}
