import Autodiff
import Reporting
import Testing

@testable import Training

@Suite("Training and the tape")
struct StepperEqualityTests {
  /// Trains by the sweep and by the tape of all rows of each batch; the bits of the parameters.
  private func train(
    _ rows: RowsOnATape, batch: Int, steps: Int, _ method: () -> Updating.Method,
    _ settings: ScheduledSettings
  ) throws -> (bySweep: [UInt64], byTape: [UInt64]) {
    let all = Array(0..<rows.data.count)
    let batches = stride(from: 0, to: all.count, by: batch).map {
      all[$0..<min($0 + batch, all.count)]
    }
    let loss = rows.loss
    let bySweep = Updating(RowsOnATape.start, method(), settings)
    let byTape = Updating(RowsOnATape.start, method(), settings)
    var gradient = Array(repeating: 0.0, count: RowsOnATape.parameterCount)
    for step in 0..<steps {
      let batch = batches[step % batches.count]
      let value = try loss.loss(
        of: batch, at: bySweep.values, step: step, first: nil, gradient: &gradient)
      let (onTape, slope) = rows.onTape(batch, byTape.values, step: step)
      try #require(value.bitPattern == onTape.bitPattern && gradient.bits == slope.bits)
      var given = slope
      _ = try bySweep.step(
        loss: value, gradient: &gradient,
        objective: objective { (values, gradient) throws(Diagnostic) in
          try loss.loss(of: batch, at: values, step: step, first: nil, gradient: &gradient)
        })
      _ = try byTape.step(
        loss: onTape, gradient: &given,
        objective: objective { (values, gradient) throws(Diagnostic) in
          let (value, slope) = rows.onTape(batch, values, step: step)
          gradient = slope
          return value
        })
    }
    return (bySweep.values.bits, byTape.values.bits)
  }

  private func objective(
    _ compute: @escaping ([Double], inout [Double]) throws(Diagnostic) -> Double
  ) -> Objective {
    Objective(
      count: RowsOnATape.parameterCount,
      value: { (values) throws(Diagnostic) in
        var gradient = values
        return try compute(values, &gradient)
      },
      gradient: { (values) throws(Diagnostic) in
        var gradient = values
        let value = try compute(values, &gradient)
        return (value, gradient)
      })
  }

  private func settings(_ list: [Setting], _ values: [Double]) -> ScheduledSettings {
    ScheduledSettings(list, values.map { .number($0) }) { setting, value, _ in
      Diagnostic(.error, "test", "\(setting.name) may not be \(value)", at: .none)
    }
  }

  @Test(
    "A hundred steps of every optimizer have the bits of the tape, with masks and means over rows",
    arguments: OptimizerSetup.all, [false, true])
  func optimizers(_ setup: OptimizerSetup, normalizes: Bool) throws {
    let rows = RowsOnATape(rows: 9, normalizes: normalizes)
    let (bySweep, byTape) = try train(
      rows, batch: 4, steps: 100, { .rule(setup.optimizer) },
      settings(setup.optimizer.settings, setup.settings.values))
    #expect(bySweep == byTape)
  }

  @Test("So have L-BFGS and annealing", arguments: ["lbfgs", "anneal"], [false, true])
  func methods(_ name: String, normalizes: Bool) throws {
    let method = try #require(ObjectiveMethods.named(name))
    let (bySweep, byTape) = try train(
      RowsOnATape(rows: 8, normalizes: normalizes), batch: 8, steps: 20,
      { .objective(method.init()) },
      settings(method.settings, method.defaultSettings.values))
    #expect(bySweep == byTape)
  }

  @Test("Batches of any size have the bits of the tape", arguments: [1, 7, 8, 9, 64, 1000])
  func batches(_ size: Int) throws {
    let sgd = try #require(Optimizers.named("sgd"))
    let (bySweep, byTape) = try train(
      RowsOnATape(rows: size + size / 3, normalizes: false), batch: size, steps: 4,
      { .rule(sgd) }, settings(sgd.settings, sgd.defaultSettings.values))
    #expect(bySweep == byTape)
  }
}
