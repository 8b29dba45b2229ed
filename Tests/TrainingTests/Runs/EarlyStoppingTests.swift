import Autodiff
import Testing
import Training

@Suite("Early stopping")
struct EarlyStoppingTests {
  private func verdicts(_ settings: [Double], _ measures: [Double]) -> [EarlyStopping.Verdict] {
    var stopping = EarlyStopping(Settings(settings))
    return measures.map { stopping.observe($0) }
  }

  @Test("What is not better by enough is no improvement, and nan never is")
  func improvement() {
    #expect(verdicts([3, 0.1, 0], [1, 0.95, 0.85, .nan]) == [.improved, .goOn, .improved, .goOn])
    #expect(verdicts([2, 0, 1], [1, 2, 2, 2]) == [.improved, .improved, .goOn, .stop])
  }

  @Test("Without patience the first epoch that is no better ends it, but never the very first")
  func impatience() {
    #expect(verdicts([0, 0, 0], [.nan, 1, 1]) == [.goOn, .improved, .stop])
  }
}
