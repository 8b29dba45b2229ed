import Language
import Reporting
import Testing

@Suite("What cannot be trained")
struct TrainingComplaintTests {
  @Test(
    "A network and data that do not fit are both named",
    arguments: [
      (
        "param w = 1\nminimize w^2, optimizer=newton, clip=‹norm(1)›",
        """
        error: 'newton' does not step along the gradient, so there is nothing to clip
        note: leave 'clip=' out, or take an optimizer such as sgd or adam
        """
      ),
      (
        "data d = [1 -> 1 2]\nnet n = 1 -> dense(3)\n‹train n, d, loss=mse›",
        """
        error: 'n' gives 3 numbers, and a row has 2 targets
        note: 'mse' compares each number with a target; the last layer needs 2 units
        """
      ),
      (
        "data d = [1 -> 1; 2 -> 1]\nnet n = 1 -> dense(1)\n‹train n, d, loss=cross_entropy›",
        """
        error: 'n' gives 1 number, and a row has 1 target
        note: 'cross_entropy' compares a number for each class, so the last layer needs a unit for each
        """
      ),
      (
        "data d = [1 -> 0.5 0.5]\nnet n = 1 -> dense(3)\n‹train n, d, loss=cross_entropy›",
        """
        error: 'n' gives 3 numbers, and a row has 2 targets
        note: 'cross_entropy' takes a class from 1 to 3, or a share for each of the 3
        """
      ),
    ])
  func width(_ program: String, _ complaint: String) {
    expectComplaint(program, complaint)
  }

  @Test(
    "A class that is none is found before the training, with its row",
    arguments: [
      (
        "data d = [1 -> 1; 2 -> 0]\nnet n = 1 -> dense(3)\ntrain n, ‹d›, loss=cross_entropy",
        """
        error: row 2: a class is a whole number from 1 to 3, not 0
        note: classes count from 1, not from 0
        """
      ),
      (
        """
        data d = [1 -> 1; 2 -> 2]
        data e = [1 -> 4]
        net n = 1 -> dense(3)
        train n, d, loss=cross_entropy, validate=‹e›
        """,
        """
        error: row 1: a class is a whole number from 1 to 3, not 4
        note: the prediction has a number for each of 3 classes
        """
      ),
    ])
  func classes(_ program: String, _ complaint: String) {
    expectComplaint(program, complaint)
  }

  @Test("A softmax before a cross entropy is warned of once, not for every row")
  func softmax() {
    let run = Run(
      """
      data d = [1 -> 1; 2 -> 2; 3 -> 1]
      net n = 1 -> dense(2) -> softmax, seed=1
      train n, d, loss=cross_entropy, epochs=2
      backward loss, steps=false
      """)
    #expect(run.diagnostics.map(\.id) == ["softmax-twice"])
  }

  @Test(
    "The record of a training replaces nothing but another record",
    arguments: [
      ("train n, d, loss=mse, name=‹n›", "n", "a network"),
      ("train n, d, loss=mse, name=‹d›", "d", "a data set"),
      ("param w = 1\nminimize w^2, name=‹w›", "w", "a scalar"),
      (
        "search n, d, loss=mse, optimizer=sgd(lr=choose(0.1, 0.2)), name=‹best›", "best",
        "what the search finds"
      ),
    ])
  func runName(_ statement: String, _ name: String, _ kind: String) {
    expectComplaint(
      "data d = [1 -> 1; 2 -> 2]\nnet n = 1 -> dense(1)\n" + statement,
      """
      error: '\(name)' is \(kind), which the record of the training would replace
      note: choose a name that is free, as in name=\(name)_run
      """)
    let again = "train n, d, loss=mse, name=a\ntrain n, d, loss=mse, name=a"
    #expect(Run("data d = [1 -> 1]\nnet n = 1 -> dense(1)\n" + again).rendered == "")
  }

  @Test("A loss of classes says what it takes instead of a scalar")
  func scalar() {
    expectComplaint(
      "‹cross_entropy(0.3, 1)›",
      """
      error: 'cross_entropy' takes a number for each class, not a scalar
      note: as in cross_entropy([0.2, 1.5], 2), where 2 is the class
      """)
  }
}
