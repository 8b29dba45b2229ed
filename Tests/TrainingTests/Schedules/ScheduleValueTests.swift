import Autodiff
import Reporting
import Testing
import Training

@Suite("Values that may follow a schedule")
struct ScheduleValueTests {
  private func rule(_ name: String, _ settings: [Double]) throws -> ScheduleValue {
    .rule(try #require(Schedules.named(name)), Settings(settings))
  }

  @Test("After so many steps the second takes over, and starts at its beginning")
  func then() throws {
    let value = ScheduleValue.then(
      try rule("warmup", [1, 4, 0]), steps: 4, try rule("exponential", [1, 0.5]))
    let values = try (0..<8).map { (step: Int) in try value.value(afterSteps: step) }
    #expect(values == [0, 0.25, 0.5, 0.75, 1, 0.5, 0.25, 0.125])
    #expect(value.formula(Formula("t", 5))?.number == 0.5)
    #expect(value.formula(Formula("t", 5))?.text(FormulaStyle(.names)) == "0.5^(t − 4)")
  }

  @Test("A function of one's own is asked for the number of steps") func function() throws {
    let value = ScheduleValue.function { 1 / Double(1 + $0) }
    #expect(try value.value(afterSteps: 3) == 0.25)
    let failing = ScheduleValue.function { _ throws(Diagnostic) in
      throw Diagnostic("own", "no", at: .none)
    }
    #expect(throws: Diagnostic("own", "no", at: .none)) { try failing.value(afterSteps: 0) }
  }

  @Test("Only the part whose turn it is hears of the loss") func plateauInTurn() throws {
    let plateau = ScheduleValue.plateau(Plateau(settings(["lr": 1, "patience": 0])))
    var value = ScheduleValue.then(.constant(5), steps: 2, plateau)
    for step in 0..<5 { value.observe(7, afterSteps: step) }
    // Heard at the steps 2, 3 and 4: one best and two bad ones.
    #expect(try abs(value.value(afterSteps: 5) - 0.01) < 1e-15)
  }

  private func settings(_ changes: [String: Double]) -> Settings {
    Settings(Plateau.settings.map { changes[$0.name] ?? $0.standard })
  }

  @Test("A plateau waits, falls, cools down, and ends at its smallest value")
  func plateau() {
    var plateau = Plateau(
      settings(["lr": 1, "factor": 0.5, "patience": 1, "cooldown": 2, "min_lr": 0.2]))
    let values = [3.0, 3, .nan, 3, 3, 3, 3, 3, 3, 3, 3, 3].map { loss in
      plateau.observe(loss)
      return plateau.value
    }
    #expect(values == [1, 1, 0.5, 0.5, 0.5, 0.5, 0.25, 0.25, 0.25, 0.25, 0.2, 0.2])
    #expect(plateau.best == 3)
  }

  @Test("A fall that is hardly one is left out, and a threshold can be a difference")
  func trifles() {
    var tiny = Plateau(settings(["lr": 1e-8, "patience": 0]))
    tiny.observe(1)
    tiny.observe(1)
    #expect(tiny.value == 1e-8)
    var absolute = Plateau(
      settings(["lr": 1, "mode": 1, "threshold": 0.5, "threshold_mode": 1, "patience": 0]))
    for measure in [1, 1.6, 2.0] { absolute.observe(measure) }
    #expect(absolute.best == 1.6)
    #expect(absolute.value == 0.1)
  }
}
