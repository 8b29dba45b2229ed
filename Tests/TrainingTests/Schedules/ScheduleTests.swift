import Autodiff
import Testing
import Training

@Suite("Schedules")
struct ScheduleTests {
  private func values(_ name: String, _ settings: [Double], _ steps: [Double]) throws -> [Double] {
    let schedule = try #require(Schedules.named(name))
    return steps.map { schedule.value($0, Settings(settings)) }
  }

  private func isClose(_ a: [Double], _ b: [Double]) -> Bool {
    a.count == b.count && zip(a, b).allSatisfy { abs($0 - $1) <= 1e-12 * max(abs($1), 1e-5) }
  }

  /// Settings with which every schedule can be asked for any step.
  private static let examples: [String: [Double]] = [
    "constant": [0.1], "step_decay": [0.1, 10, 0.5], "multistep": [0.1, 0.1, 3, 8],
    "exponential": [0.1, 0.9], "polynomial": [0.1, 20, 2], "ramp": [0.1, 20, 0.01],
    "warmup": [0.1, 5, 0], "cosine": [0.1, 20, 0.01], "cosine_restarts": [0.1, 4, 2, 0.01],
    "inverse": [0.1, 0.1, 1], "one_cycle": [0.1, 20, 0.3, 25, 1e4], "cyclic": [0.1, 0.01, 4],
    "noam": [64, 10],
  ]

  @Test("Each is a number after any step", arguments: Schedules.all.map(\.name))
  func defined(_ name: String) throws {
    let settings = try #require(Self.examples[name])
    for value in try values(name, settings, [0, 1, 3, 19, 20, 21, 1000, 1e9]) {
      #expect(value.isFinite && value >= 0 && value <= 0.1)
    }
  }

  @Test("What is printed is what is computed", arguments: Schedules.all.map(\.name))
  func formula(_ name: String) throws {
    let schedule = try #require(Schedules.named(name))
    let settings = Settings(try #require(Self.examples[name]))
    for t in stride(from: 0.0, through: 40, by: 1) {
      let formula = schedule.formula(Formula("t", t), settings)
      #expect(formula.number?.bitPattern == schedule.value(t, settings).bitPattern)
    }
  }

  @Test("The formulas read as in a textbook") func text() throws {
    func text(_ name: String, at t: Double? = nil) throws -> String {
      let settings = Settings(try #require(Self.examples[name]))
      return try #require(Schedules.named(name)).formula(Formula("t", t), settings)
        .text(FormulaStyle(.names))
    }
    #expect(try text("exponential") == "0.1·0.9^t")
    #expect(try text("step_decay") == "0.1·0.5^⌊t/10⌋")
    #expect(try text("inverse") == "0.1·(1 + 0.1·t)^(−1)")
    #expect(try text("polynomial") == "0.1·(1 − t/20)² if t < 20, else 0")
    #expect(try text("polynomial", at: 3) == "0.1·(1 − t/20)²")
    #expect(try text("cosine", at: 3) == "0.01 + 0.09·(1 + cos(π·(t/20)))/2")
  }

  @Test("A value falls at the steps it is told to") func milestones() throws {
    #expect(
      isClose(
        try values("multistep", [0.1, 0.5, 3, 8], [0, 2, 3, 7, 8, 99]),
        [0.1, 0.1, 0.05, 0.05, 0.025, 0.025]))
    #expect(try values("multistep", [0.1, 0.5], [0, 99]) == [0.1, 0.1])
  }

  @Test("Waves restart where the one before ends, as long as they are told to be")
  func restarts() throws {
    let even = try values("cosine_restarts", [1, 4, 1, 0], [0, 2, 4, 6, 8])
    #expect(isClose(even, [1, 0.5, 1, 0.5, 1]))
    for factor in [2.0, 3, 10] {
      var (start, length) = (0.0, 5.0)
      for _ in 0..<6 {
        let wave = try values(
          "cosine_restarts", [1, 5, factor, 0], [start, start + length - 1])
        #expect(abs(wave[0] - 1) < 1e-9 && wave[1] < 0.1, "factor \(factor) at \(start)")
        (start, length) = (start + length, length * factor)
      }
    }
  }

  @Test("One cycle rises to the peak, falls to nearly nothing, and stays there")
  func oneCycle() throws {
    let first = 0.1 / 25
    let expected = [first, (first + 0.1) / 2, 0.1, (0.1 + first / 1e4) / 2, first / 1e4]
    // The way up ends at step 0.3·20 − 1, the way down at step 19.
    let actual = try values("one_cycle", [0.1, 20, 0.3, 25, 1e4], [0, 2.5, 5, 12, 19])
    #expect(isClose(actual, expected))
    #expect(try values("one_cycle", [0.1, 20, 0.3, 25, 1e4], [20, 500]) == [4e-7, 4e-7])
    let short = try values("one_cycle", [0.1, 3, 0.3, 25, 1e4], [0, 1, 2])
    #expect(short[0] > short[1] && short[1] > short[2])
    let momentum = try values("one_cycle", [0.85, 20, 0.3, 0.85 / 0.95, 1], [0, 5, 19])
    #expect(isClose(momentum, [0.95, 0.85, 0.95]))
  }

  @Test("A cycle goes up and down in straight lines") func cyclic() throws {
    let actual = try values("cyclic", [0.5, 0.1, 4], [0, 1, 4, 6, 8, 9])
    #expect(isClose(actual, [0.1, 0.2, 0.5, 0.3, 0.1, 0.2]))
  }
}
