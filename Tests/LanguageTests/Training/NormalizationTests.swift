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
