import Testing

@Suite("What is wrong with data and layers")
struct DataComplaintTests {
  @Test(
    "What must be a text or a data set is named once, the right way round",
    arguments: [
      (
        "data d = csv(\"f.csv\", target=‹2›)",
        "error: 'target' must be a text in double quotes, not a number"
      ),
      ("data d = csv(‹2›)", "error: 'file' must be a text in double quotes, not a number"),
      (
        "data d = [1 -> 2]\ndata e = standardize(d, like=‹3›)",
        """
        error: what is given must be a data set, not a number
        note: such as data d = [0 1 -> 1; 1 1 -> 0], or data d = csv("file.csv")
        """
      ),
    ])
  func kinds(_ program: String, _ complaint: String) {
    expectComplaint(program, complaint)
  }

  @Test(
    "Data are finite",
    arguments: [
      ("data d = [1 ‹nan› -> 3]", "nan"), ("data d = [1 2 -> -‹inf›]", "inf"),
      ("data d = [‹nan› 2 -> 3]", "nan"), ("data d = [1 -> 2; ‹nan› -> 3]", "nan"),
    ])
  func finite(_ program: String, _ word: String) {
    expectComplaint(
      program,
      """
      error: data are finite numbers, not '\(word)'
      note: leave the row out, or write a number in its place
      """)
  }

  @Test(
    "A function of several values is no activation, and a layer is told from one",
    arguments: [
      (
        "net n = 2 -> dense(3, ‹batchnorm›)",
        "error: 'batchnorm' takes 3 values, and here it is given one\n"
          + "note: it is a layer of its own: dense(3) -> batchnorm"
      ),
      (
        "f(a, b) = a*b\nnet n = 2 -> dense(3) -> ‹f›",
        "error: 'f' takes 2 values, and here it is given one\n"
          + "note: such as tanh, relu, sigmoid, or one of your own: f(z) = z^2"
      ),
    ])
  func activation(_ program: String, _ complaint: String) {
    expectComplaint(program, complaint)
  }
}
