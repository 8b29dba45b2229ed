import Autodiff
import Testing
import Training

@Suite("Simulated annealing")
struct AnnealingTests {
  private func walk(_ seed: Double, steps: Int = 2000) throws -> [Double] {
    var method = Annealing()
    var w = [4.2, -4.2]
    let cooling = try #require(Schedules.named("exponential"))
    for step in 1...steps {
      let temperature = cooling.value(Double(step - 1), Settings([2, 0.997]))
      _ = try method.step(Landscapes.bumpy, &w, step, Settings([temperature, 0.7, seed]))
    }
    return w
  }

  @Test("The same seed gives the same walk, another seed another") func seeds() throws {
    #expect(try walk(3, steps: 50) == walk(3, steps: 50))
    #expect(try walk(3, steps: 50) != walk(4, steps: 50))
  }

  @Test("As it cools it gets over the bumps to the lowest point") func bumps() throws {
    for seed in 1...5 {
      let w = try walk(Double(seed))
      #expect(try Landscapes.bumpy.value(w) < 0.1, "seed \(seed): \(w)")
    }
  }

  @Test("Without heat it never climbs") func cold() throws {
    var method = Annealing()
    var w = [4.2, -4.2]
    var last = try Landscapes.bumpy.value(w)
    for step in 1...200 {
      _ = try method.step(Landscapes.bumpy, &w, step, Settings([0, 0.3, 1]))
      let value = try Landscapes.bumpy.value(w)
      #expect(value <= last)
      last = value
    }
  }

  @Test("A step up is taken as often as its chance says") func chances() throws {
    let slope = Objective(count: 1, value: { $0[0] }, gradient: { ($0[0], [1]) })
    var method = Annealing()
    var (expected, taken, climbs) = (0.0, 0.0, 0.0)
    for step in 1...4000 {
      var w = [0.0]
      let story = try method.step(slope, &w, step, Settings([1, 1, 5]))
      guard case .number(let chance)? = story["chance"], chance < 1 else { continue }
      climbs += 1
      expected += chance
      taken += w[0] > 0 ? 1 : 0
      #expect((story["accepted"] == .words("yes")) == (w[0] > 0))
    }
    #expect(climbs > 1500)
    // Five standard deviations of so many throws.
    #expect(abs(taken - expected) < 5 * (climbs / 4).squareRoot())
  }
}
