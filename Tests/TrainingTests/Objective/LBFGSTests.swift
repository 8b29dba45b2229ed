import Autodiff
import Testing
import Training

@Suite("L-BFGS")
struct LBFGSTests {
  private func settings(_ changes: [String: Double]) -> Settings {
    Settings(LBFGS.settings.map { changes[$0.name] ?? $0.standard })
  }

  @Test("The first iteration goes against the gradient, no further than 1 in all")
  func first() throws {
    var method = LBFGS()
    var w = [3.0, 1, -2]
    let (_, gradient) = try Landscapes.parabola().gradient(w)
    let size = gradient.reduce(0) { $0 + abs($1) }
    let story = try method.step(Landscapes.parabola(), &w, 1, settings(["max_iter": 1]))
    let expected = zip([3.0, 1, -2], gradient).map { $0 - $1 / size }
    for (actual, wanted) in zip(w, expected) { #expect(abs(actual - wanted) < 1e-15) }
    #expect(story["iterations"] == .number(1))
    #expect(story["evaluations"] == .number(1))
  }

  @Test("What it learned of the curvature is used in the next step")
  func memory() throws {
    // On a parabola of one variable two gradients tell the curvature: the second goes to the bottom.
    let parabola = Objective(
      count: 1, value: { 3 * $0[0] * $0[0] }, gradient: { (3 * $0[0] * $0[0], [6 * $0[0]]) })
    var method = LBFGS()
    var w = [4.0]
    _ = try method.step(parabola, &w, 1, settings(["max_iter": 1]))
    #expect(w == [3])
    _ = try method.step(parabola, &w, 2, settings(["max_iter": 1]))
    #expect(abs(w[0]) < 1e-15)
  }

  @Test("It reaches the end of a bent valley, with a line search and with short steps")
  func valley() throws {
    for changes in [
      ["line_search": 1, "tolerance_change": 0], ["lr": 0.5, "tolerance_change": 0],
    ] {
      var method = LBFGS()
      var w = [-1.2, 1]
      for step in 1...20 { _ = try method.step(Landscapes.valley, &w, step, settings(changes)) }
      for x in w { #expect(abs(x - 1) < 1e-6, "\(changes): \(w)") }
    }
  }

  @Test("A line search ends where the value has fallen and the slope is flat: Wolfe's conditions")
  func wolfe() throws {
    for start in [[-1.2, 1.0], [0, 0], [2, -3], [-3, 5]] {
      var method = LBFGS()
      var w = start
      let (before, gradient) = try Landscapes.valley.gradient(start)
      _ = try method.step(
        Landscapes.valley, &w, 1, settings(["line_search": 1, "max_iter": 1, "max_eval": 30]))
      let (after, slopes) = try Landscapes.valley.gradient(w)
      let move = zip(w, start).map { $0 - $1 }
      let first = zip(gradient, move).reduce(0) { $0 + $1.0 * $1.1 }
      let last = zip(slopes, move).reduce(0) { $0 + $1.0 * $1.1 }
      #expect(after <= before + 1e-4 * first)
      #expect(abs(last) <= 0.9 * abs(first) + 1e-12)
    }
  }

  @Test("A line search ends with the evaluations of a step, and then the start may be the best")
  func evaluations() throws {
    var method = LBFGS()
    var w = [-1.2, 1]
    let story = try method.step(
      Landscapes.valley, &w, 1, settings(["line_search": 1, "max_iter": 1]))
    // 5/4 of one iteration is one evaluation, which the start has used up; one trial is made still.
    #expect(story["evaluations"] == .number(2))
    #expect(story["step length"] == .number(0))
    #expect(w == [-1.2, 1])
  }

  @Test("It says why it stopped") func reasons() throws {
    var method = LBFGS()
    var w = Landscapes.bottom
    var story = try method.step(Landscapes.parabola(), &w, 1, LBFGS.defaultSettings)
    #expect(story["stopped by"] == .words("the gradient is flat"))
    #expect(w == Landscapes.bottom)
    w = [3, 1, -2]
    story = try method.step(Landscapes.parabola(), &w, 2, settings(["max_eval": 3]))
    #expect(story["stopped by"] == .words("the most evaluations"))
    // Two iterations would allow 5/4 of two evaluations, rounded down.
    story = try method.step(
      Landscapes.parabola(), &w, 3, settings(["max_iter": 2, "max_eval": 9]))
    #expect(story["stopped by"] == .words("the most iterations"))
    #expect(story["iterations"] == .number(2))
  }
}
