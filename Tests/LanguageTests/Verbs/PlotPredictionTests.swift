import Language
import Testing

@Suite("Plots of constants, and of predictions over data")
struct PlotPredictionTests {
  @Test(
    "A function that gives a number alone is a flat line or map",
    arguments: [
      "f(x) = 7\nplot f, x=0..1", "f(x) = 7\nplot f, x=0..1, slope=true",
      "f(x, y) = 7\nplot f, x=0..1, y=0..1", "data d = [1 -> 2; 2 -> 3]\nf(x) = 7\nplot f, d",
    ])
  func constants(program: String) {
    let run = Run(program)
    #expect(run.rendered == "")
    #expect(run.text().contains("7"))
  }

  @Test("Of a function that gives several numbers it is said that one can be drawn")
  func several() {
    #expect(Run("f(x) = [x, 1]\nplot f, x=0..1").rendered.contains("must be a scalar"))
  }

  /// The legend of a map of a prediction over four corners with these targets.
  private func legend(_ targets: [String], _ function: String) -> String {
    let corners = ["0 0", "1 0", "0 1", "1 1"]
    let rows = zip(corners, targets).map { "\($0) -> \($1)" }.joined(separator: "; ")
    return Run("data d = [\(rows)]\n\(function)\nplot f, d").text()
  }

  @Test("The marks of rows are those of their classes, by name, by number, and by shares")
  func classes() {
    let differ = "f(x) = [0.5 - (x[1] - x[2])^2, (x[1] - x[2])^2 - 0.5]"
    let named = legend(["\"cat\"", "\"dog\"", "\"dog\"", "\"cat\""], differ)
    #expect(named.contains("● cat") && named.contains("○ dog"))
    let shares = legend(["1 0", "0 1", "0 1", "1 0"], differ)
    let numbers = legend(["1", "2", "2", "1"], differ)
    #expect(shares == numbers)
    #expect(numbers.contains("● 1") && numbers.contains("○ 2"))
    // The top row of corners: the mark of the second class at the left, of the first at the right.
    let marks = numbers.split(separator: "\n").map { $0.filter { "●○".contains($0) } }
      .filter { $0.count == 2 }
    #expect(marks.prefix(2) == ["○●", "●○"])
  }

  @Test("A single prediction is parted in the middle of two targets")
  func twoTargets() {
    let slope = "f(x) = x[1] - 0.3"
    let signs = legend(["-1", "1", "-1", "1"], slope)
    #expect(signs.contains("below 0 ") && signs.contains("● -1") && signs.contains("○ 1"))
    let yesOrNo = legend(["0", "1", "0", "1"], slope)
    #expect(yesOrNo.contains("below 0.5") && yesOrNo.contains("● 0"))
  }

  @Test("A prediction that was trained with a loss is parted where that loss parts it")
  func threshold() {
    let text = Run(
      """
      data d = [0 0 -> 0; 1 0 -> 1; 0 1 -> 1; 1 1 -> 1]
      net m = 2 -> dense(1), seed=1
      train m, d, loss=bce_with_logits, epochs=3, every=3
      plot m, d
      """
    ).text()
    #expect(text.contains("below 0 ") && text.contains("0 or more"))
  }

  @Test("Targets that are any numbers are compared with the map where they stand")
  func numbers() {
    let text = legend(["0.5", "-7", "0", "12"], "f(x) = 4*x[1]")
    for words in ["target in its band", "▲ target above it", "▼ target below it"] {
      #expect(text.contains(words), "\(words)")
    }
  }
}
