import Autodiff
import Language
import Testing

@Suite("Slips in quizzes and walks")
struct SlipsTests {
  @Test("A sign slip is named")
  func sign() throws {
    let run = Run("param x = 3; y = -2*x; L = y^2\nstep L")
    let pass = try #require(
      run.events.compactMap { if case .walk(let pass) = $0 { pass } else { nil } }.first)
    var walk = Walk(pass, TextPresenter(run.session))
    var said = ""
    for number in ["-6", "36", "-12", "-24"] {
      said = walk.answer(.predict(number)).map { "\($0)" } ?? ""
    }
    #expect(said.contains("the sign of dy/dx is flipped"), "\(said)")
  }
}
