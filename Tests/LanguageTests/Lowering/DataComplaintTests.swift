import Reporting
import Testing

@Suite("What is wrong with data and layers")
struct DataComplaintTests {
  @Test(
    "What must be a text or a data set is named once, the right way round",
    arguments: [
      (
        "data d = ‹csv(\"f.csv\", target=2)›",
        "error: 'target' must be a text in double quotes, not a number"
      ),
      ("data d = csv(‹2›)", "error: 'file' must be a text in double quotes, not a number"),
      (
        "data d = [1 -> 2]\ndata e = ‹standardize(d, like=3)›",
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
    "One is not many",
    arguments: [
      ("data d = [1 2 -> 3 4; 1 -> 2]", "this row has 1 input and 1 target; the first has 2 and 2"),
      (
        "net n = 1 -> dense(1)\nn([1, 2])", "'n' takes 1 input and is given a vector of 2"
      ),
    ])
  func plural(_ program: String, _ complaint: String) {
    #expect(Run(program).diagnostics.map(\.message) == [complaint])
  }

  @Test("An order with too few rows says what its rows are")
  func order() {
    expectComplaint(
      "data d = [1 -> 2]\nnet n = 1 -> dense(1)\ntrain n, d, loss=mse, epochs=2, order=‹[[1]]›",
      """
      error: 'order' has 1 row for 2 epochs
      note: each epoch takes the rows of the data that its row names
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
