import Autodiff
import Testing
import Training

@Suite("The story of an update")
struct UpdateStoryTests {
  @Test("Its numbers are those of the update, bit for bit", arguments: OptimizerSetup.all)
  func sameBits(_ setup: OptimizerSetup) {
    let optimizer = setup.optimizer
    let names = optimizer.states(setup.settings)
    var random = RandomSource(seed: 7)
    let draw = random.draw()
    for example in 0..<20 {
      var parameters = [draw.normal(example)]
      var states = setup.startingStates(1)
      for step in 1...5 {
        let gradient = draw.normal(1000 + 10 * example + step) * 3
        let story = UpdateStory(
          of: optimizer, parameter: ("w", parameters[0]), gradient: ("g", gradient),
          states: zip(names, states).map { ($0, $1[0]) }, step: step, settings: setup.settings)
        optimizer.update(&parameters, [gradient], &states, step, setup.settings)
        #expect(story.parameter.bitPattern == parameters[0].bitPattern)
        #expect(story.states.map(\.bitPattern) == states.map { $0[0].bitPattern })
        #expect(parameters[0].isFinite)
      }
    }
  }

  /// The lines with names and the last one with numbers.
  private func told(_ setup: OptimizerSetup, step: Int = 1) -> [String] {
    let names = setup.optimizer.states(setup.settings)
    let story = UpdateStory(
      of: setup.optimizer, parameter: ("w", 0.5), gradient: ("g", 2),
      states: names.map { ($0, setup.optimizer.start($0, setup.settings)) }, step: step,
      settings: setup.settings)
    return story.lines.map { "\($0.name) = \($0.formula.text(FormulaStyle(.names)))" }
      + (story.lines.last.map { [$0.formula.text(FormulaStyle(.numbers))] } ?? [])
  }

  private func setup(_ name: String, _ changes: [String: Double] = [:]) throws -> OptimizerSetup {
    OptimizerSetup(try #require(Optimizers.named(name)), changes)
  }

  @Test("Plain descent is one line, and says nothing of what it does not do")
  func plain() throws {
    #expect(try told(setup("sgd")) == ["w = w − lr·g", "0.5 − 0.001·2"])
  }

  @Test("Momentum, dampening, decay and looking ahead appear where they are chosen")
  func momentum() throws {
    #expect(
      try told(setup("sgd", ["momentum": 0.9]))
        == ["u = momentum·u + g", "w = w − lr·u", "0.5 − 0.001·2"])
    let damped = try setup("sgd", ["momentum": 0.9, "dampening": 0.5])
    #expect(told(damped).first == "u = g")
    #expect(told(damped, step: 2).first == "u = momentum·u + (1 − dampening)·g")
    #expect(
      try told(setup("sgd", ["momentum": 0.9, "nesterov": 1, "weight_decay": 0.5]))
        == [
          "g′ = g + weight_decay·w", "u = momentum·u + g′", "w = w − lr·(g′ + momentum·u)",
          "0.5 − 0.001·(2.25 + 0.9·2.25)",
        ])
  }

  @Test("Adam tells its averages, what they are corrected by, and its step")
  func adam() throws {
    #expect(
      try told(setup("adam"))
        == [
          "m = beta1·m + (1 − beta1)·g", "v = beta2·v + (1 − beta2)·g²", "m̂ = m/(1 − beta1^t)",
          "v̂ = v/(1 − beta2^t)", "w = w − lr·m̂/(√(v̂) + eps)", "0.5 − 0.001·2/(√(4) + 1e−8)",
        ])
    #expect(
      try told(setup("adamw", ["amsgrad": 1])).prefix(5)
        == [
          "w′ = w·(1 − lr·weight_decay)", "m = beta1·m + (1 − beta1)·g",
          "v = beta2·v + (1 − beta2)·g²", "v_max = max(v_max, v)", "m̂ = m/(1 − beta1^t)",
        ])
  }
}
