import Autodiff
import Testing
import Training

@Suite("Optimizers")
struct OptimizerTests {
  @Test("Plain descent and momentum give the bits of a loop written by hand")
  func handWritten() throws {
    let sgd = try #require(Optimizers.named("sgd"))
    for momentum in [0, 0.9] {
      let setup = OptimizerSetup(sgd, ["lr": 0.1, "momentum": momentum])
      var (w, u) = (0.7, 0.0)
      var (parameters, states) = ([0.7], setup.startingStates(1))
      for step in 1...50 {
        let g = 3 * w - 0.1
        u = momentum * u + g
        w = w - 0.1 * (momentum == 0 ? g : u)
        sgd.update(&parameters, [3 * parameters[0] - 0.1], &states, step, setup.settings)
        #expect(parameters[0].bitPattern == w.bitPattern)
      }
    }
  }

  /// What the first step takes off a parameter of 0 with a gradient of 0.5, in units of the
  /// learning rate, worked out from each paper.
  private static let firstSteps: [String: Double] = {
    let small = 1e-8
    let nadam = { (t: Double) in 0.9 * (1 - 0.5 * Double.pow(0.96, t * 0.004)) }
    return [
      "sgd": 0.5,
      "adagrad": 0.5 / (0.5 + 1e-10),
      "rmsprop": 0.5 / ((0.01 * 0.25).squareRoot() + small),
      "adadelta": (1e-6).squareRoot() / (0.1 * 0.25 + 1e-6).squareRoot() * 0.5,
      "adam": 0.5 / (0.5 + small), "adamw": 0.5 / (0.5 + small),
      "adamax": 0.5 / (0.5 + small),
      "nadam": (nadam(2) * 0.1 * 0.5 / (1 - nadam(1) * nadam(2)) + 0.5) / (0.5 + small),
      "radam": 0.5,
    ]
  }()

  @Test(
    "The first step is the one the papers' formulas give", arguments: Optimizers.all.map(\.name))
  func firstStep(_ name: String) throws {
    let setup = OptimizerSetup(try #require(Optimizers.named(name)), [:])
    var (parameters, states) = ([0.0], setup.startingStates(1))
    setup.optimizer.update(&parameters, [0.5], &states, 1, setup.settings)
    let expected = -setup.settings[0] * (try #require(Self.firstSteps[name]))
    #expect(abs(parameters[0] - expected) <= 1e-13 * abs(expected))
  }

  @Test("A gradient of zero moves nothing, unless weights decay", arguments: OptimizerSetup.all)
  func zeroGradient(_ setup: OptimizerSetup) throws {
    var (parameters, states) = ([0.7, -2], setup.startingStates(2))
    for step in 1...3 {
      setup.optimizer.update(&parameters, [0, 0], &states, step, setup.settings)
    }
    let place = try #require(setup.optimizer.settings.firstIndex { $0.name == "weight_decay" })
    #expect((parameters == [0.7, -2]) == (setup.settings[place] == 0))
  }

  @Test("Each finds the bottom of a bowl", arguments: Optimizers.all.map(\.name))
  func bowl(_ name: String) throws {
    let lr: Double = ["sgd": 0.1, "adagrad": 0.5, "adadelta": 10][name] ?? 0.01
    let setup = OptimizerSetup(
      try #require(Optimizers.named(name)), ["lr": lr, "weight_decay": 0])
    var (parameters, states) = ([2.0, -1], setup.startingStates(2))
    for step in 1...3000 {
      let gradient = [4 * (parameters[0] - 1), parameters[1] + 0.5]
      setup.optimizer.update(&parameters, gradient, &states, step, setup.settings)
    }
    #expect(abs(parameters[0] - 1) < 0.01 && abs(parameters[1] + 0.5) < 0.01, "\(parameters)")
  }

  @Test("To climb is to descend the other side", arguments: Optimizers.all.map(\.name))
  func maximize(_ name: String) throws {
    let optimizer = try #require(Optimizers.named(name))
    let (up, down) = (
      OptimizerSetup(optimizer, ["maximize": 1]), OptimizerSetup(optimizer, [:])
    )
    var (climbed, upStates) = ([0.3], up.startingStates(1))
    var (descended, downStates) = ([0.3], down.startingStates(1))
    for step in 1...5 {
      up.optimizer.update(&climbed, [Double(step)], &upStates, step, up.settings)
      down.optimizer.update(&descended, [-Double(step)], &downStates, step, down.settings)
    }
    #expect(climbed == descended)
    #expect(climbed != [0.3])
  }

  @Test("The variance of equal gradients is never taken for less than nothing")
  func equalGradients() throws {
    let setup = OptimizerSetup(
      try #require(Optimizers.named("rmsprop")), ["centered": 1, "alpha": 0.3])
    var (parameters, states) = ([0.0], setup.startingStates(1))
    for step in 1...200 {
      setup.optimizer.update(&parameters, [0.1], &states, step, setup.settings)
    }
    #expect(parameters[0].isFinite)
  }

  @Test("A momentum that follows a schedule is remembered even where it starts at 0")
  func scheduledMomentum() throws {
    let sgd = try #require(Optimizers.named("sgd"))
    #expect(sgd.states(OptimizerSetup(sgd, ["momentum": .nan]).settings) == ["u"])
    #expect(sgd.states(sgd.defaultSettings) == [])
  }

  @Test("Looking ahead without momentum is refused") func conflict() throws {
    let sgd = try #require(Optimizers.named("sgd"))
    #expect(
      sgd.conflict(OptimizerSetup(sgd, ["nesterov": 1]).settings)
        == "nesterov needs a momentum above 0 and a dampening of 0")
    #expect(sgd.conflict(OptimizerSetup(sgd, ["nesterov": 1, "momentum": 0.9]).settings) == nil)
  }
}
