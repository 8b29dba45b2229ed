import Autodiff
import Testing
import Training

@Suite("The conformance cases of optimizers")
struct OptimizerConformanceTests {
  @Test("Every parameter is right after every step, and so is the loss before it")
  func everyCase() throws {
    let file = try ConformanceFile<OptimizerCase>(named: "04_optimizers")
    try #require(file.cases.count == file.count)
    for example in file.cases {
      var problem = example.problem == "A" ? OptimizerProblem.bowl : OptimizerProblem.net
      let (optimizer, settings) = try example.configured()
      var parameters = problem.start
      var states = optimizer.states(settings).map { name in
        parameters.map { _ in optimizer.start(name, settings) }
      }
      try #require(example.expect.params.count == example.steps)
      for step in 1...example.steps {
        let (loss, slopes) = problem.gradient(at: parameters, step: step - 1)
        if let expected = example.expect.lossBeforeStep?[step - 1] {
          #expect(file.tolerance.allows(loss, for: expected), "\(example.id), step \(step): loss")
        }
        let gradient = zip(slopes, parameters).map { slope, w in
          slope + example.l1 * (w == 0 ? 0 : w.sign == .minus ? -1 : 1)
        }
        optimizer.update(&parameters, gradient, &states, step, settings)
        let expected = example.expect.params[step - 1]
        #expect(
          file.tolerance.allows(parameters, for: expected), "\(example.id), step \(step)")
      }
    }
  }
}
