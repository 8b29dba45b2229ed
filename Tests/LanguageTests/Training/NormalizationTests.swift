import Language
import Testing

@Suite("Normalizing layers")
struct NormalizationTests {
  @Test("'layernorm' takes no size, as PyTorch's does")
  func noSize() {
    expectComplaint(
      "net n = 8 -> layernorm(‹8›)",
      """
      error: 'layernorm' takes no size: it is as wide as what comes before it
      note: write 'layernorm()', or 'layernorm(eps=1e-5)'
      """)
    #expect(Run("net n = 8 -> layernorm(eps=1e-3)").rendered == "")
  }

  private static let network = """
    data d = [1 -> 0; 3 -> 0; 5 -> 0]
    net n = 1 -> batchnorm()
    lone(t) = where(t < 1, 2, 1)

    """

  @Test(
    "A batch of a single row is refused",
    arguments: [
      ("train n, d, loss=mse, batch=‹1›", false), ("train n, d, loss=mse, batch=‹2›", true),
      ("‹train n, d[1..1], loss=mse›", false), ("‹train n, d, loss=mse, batch=lone›", false),
      ("‹train n, d, loss=mse›; show n.gamma1.grad, row=2", false),
      ("‹train n, d, loss=mse›; backward loss, row=2", false),
      ("show batchnorm(‹[[1, 2]]›, [1, 1], [0, 0])", false),
    ])
  func loneRows(_ program: String, _ isLeftOver: Bool) {
    expectComplaint(
      NormalizationTests.network + program,
      """
      error: batch normalization needs two rows or more, and \
      \(isLeftOver ? "the last batch of an epoch would have one" : "here is one")
      note: a single row is its own mean, so it would be normalized to 0 whatever it is
      note: \(isLeftOver ? "choose a 'batch' that leaves no single row" : "give it more rows at a time")
      """)
  }

  @Test("The first number of 'batchnorm' is its momentum, the second its eps")
  func order() {
    let data = "data d = [1 -> 0; 3 -> 0]\n"
    let train = "train n, d, loss=mse, optimizer=sgd(lr=0); show n.running_mean1, n(2)\n"
    expectSame(
      data + "net n = 1 -> batchnorm(0.5, 0.25)\n" + train,
      data + "net n = 1 -> batchnorm(momentum=0.5, eps=0.25)\n" + train)
    expectShown(data + "net n = 1 -> batchnorm(0.5)\n" + train, "[1] 0.8164938592860644")
  }
}
