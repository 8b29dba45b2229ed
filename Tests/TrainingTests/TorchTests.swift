import Autodiff
import Foundation
import Testing
import Training

/// What torch itself computed, where the conformance files have no case; `torch_training.py` beside
/// the numbers tells how.
@Suite("Against torch")
struct TorchTests {
  struct File: Decodable {
    let optimizers: [OptimizerRun]
    let schedules: [ScheduleRun]
    let plateaus: [PlateauRun]
    let lbfgs: [LBFGSRun]

    static func named(_ name: String) throws -> File {
      let url = try #require(
        Bundle.module.url(forResource: name, withExtension: "json", subdirectory: "Conformance"))
      return try JSONDecoder().decode(File.self, from: Data(contentsOf: url))
    }
  }

  struct OptimizerRun: Decodable {
    let name: String
    let settings: [String: Double]
    let gradients: [[Double]]
    let params: [[Double]]
  }

  struct ScheduleRun: Decodable {
    let name: String
    let settings: [Double]
    let values: [Double]
  }

  struct PlateauRun: Decodable {
    let settings: [String: Double]
    let metrics: [Double?]
    let values: [Double]
  }

  struct LBFGSRun: Decodable {
    let settings: [String: Double]
    let start: [Double]
    let params: [[Double]]
  }

  private let tolerance = Tolerance(rel: 1e-12, abs: 1e-15)

  @Test("Optimizers take the same steps for the same gradients") func optimizers() throws {
    let file = try File.named("torch_training")
    #expect(Set(file.optimizers.map(\.name)) == Set(Optimizers.all.map(\.name)))
    for run in file.optimizers {
      let setup = OptimizerSetup(try #require(Optimizers.named(run.name)), run.settings)
      var (parameters, states) = ([1.5, -0.25], setup.startingStates(2))
      for (step, gradient) in run.gradients.enumerated() {
        setup.optimizer.update(&parameters, gradient, &states, step + 1, setup.settings)
        #expect(
          tolerance.allows(parameters, for: run.params[step]), "\(setup) after \(step + 1)")
      }
    }
  }

  @Test("Schedules give the same values") func schedules() throws {
    for run in try File.named("torch_training").schedules {
      let schedule = try #require(Schedules.named(run.name))
      for (step, expected) in run.values.enumerated() {
        let value = schedule.value(Double(step), Settings(run.settings))
        #expect(
          tolerance.allows(value, for: expected), "\(run.name) \(run.settings) after \(step)")
      }
    }
  }

  @Test("A plateau falls at the same epochs") func plateaus() throws {
    for run in try File.named("torch_training").plateaus {
      var plateau = Plateau(Settings(Plateau.settings.map { run.settings[$0.name] ?? $0.standard }))
      let values = run.metrics.map { metric in
        plateau.observe(metric ?? .nan)
        return plateau.value
      }
      #expect(tolerance.allows(values, for: run.values), "\(run.settings)")
    }
  }

  @Test("L-BFGS takes the same way through a bent valley") func lbfgs() throws {
    for run in try File.named("torch_training").lbfgs {
      var method = LBFGS()
      var w = run.start
      let settings = Settings(LBFGS.settings.map { run.settings[$0.name] ?? $0.standard })
      for (step, expected) in run.params.enumerated() {
        _ = try method.step(Landscapes.valley, &w, step + 1, settings)
        // Every rounding is magnified on the way.
        let close = Tolerance(rel: 1e-9, abs: 1e-9)
        #expect(close.allows(w, for: expected), "\(run.settings) from \(run.start): \(w)")
      }
    }
  }
}
