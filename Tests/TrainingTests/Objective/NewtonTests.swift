import Autodiff
import Reporting
import Testing
import Training

@Suite("Newton's method and its kin")
struct NewtonTests {
  private func isClose(_ a: [Double], _ b: [Double], _ tolerance: Double = 1e-12) -> Bool {
    a.count == b.count
      && zip(a, b).allSatisfy { abs($0 - $1) <= tolerance * max(1, abs($1)) }
  }

  @Test("One step leads to the bottom of a parabola, and is told")
  func parabola() throws {
    var method = Newton()
    var w = [3.0, 1, -2]
    let story = try method.step(Landscapes.parabola(), &w, 1, Newton.defaultSettings)
    #expect(isClose(w, Landscapes.bottom))
    #expect(
      story.lines.map(\.name) == ["loss", "g", "direction", "curvature", "step length"])
    #expect(story["step length"] == .number(1))
    guard case .vector(let direction)? = story["direction"] else {
      Issue.record("no direction")
      return
    }
    #expect(isClose(direction, [-2.5, -2, 4]))
  }

  @Test("The published steps on Himmelblau's function, and the damped first one")
  func himmelblau() throws {
    // From the conformance case second/himmelblau/1.
    let expected = [
      [-2.8205128205128207, 3.142857142857143], [-2.805247257565224, 3.131373442198165],
      [-2.80511809600774, 3.131312520154691], [-2.805118086952745, 3.131312518250573],
    ]
    var method = Newton()
    var w = [-3.0, 3]
    for (index, point) in expected.enumerated() {
      _ = try method.step(Landscapes.himmelblau, &w, index + 1, Newton.defaultSettings)
      #expect(isClose(w, point))
    }
    var damped = [-3.0, 3]
    _ = try method.step(Landscapes.himmelblau, &damped, 1, Settings([1, 1]))
    #expect(isClose(damped, [-2.8227848101265822, 3.140845070422535]))
  }

  @Test("On a saddle there is no lowest point; the report names a damping, which is enough")
  func saddle() throws {
    var method = Newton()
    var w = [1.0, 1]
    let problem = #expect(throws: Diagnostic.self) {
      try method.step(Landscapes.saddle, &w, 1, Newton.defaultSettings)
    }
    #expect(
      problem?.message
        == "the matrix of second derivatives is not positive definite, so there is no lowest point to step to"
    )
    #expect(
      problem?.notes == [
        "at parameter 2 the curvature left is -2, and it must be above 0",
        "a damping above 2 is enough here",
      ])
    #expect(w == [1, 1])
    _ = try method.step(Landscapes.saddle, &w, 1, Settings([1, 2.5]))
    // 1 − 2/4.5 and 1 + 2/0.5.
    #expect(isClose(w, [0.5555555555555556, 5]))
  }

  @Test("Without second derivatives it says so", arguments: ["newton", "hessian_free"])
  func noHessian(_ name: String) throws {
    let kind = try #require(ObjectiveMethods.named(name))
    var method = kind.init()
    var w = [0.3, 0.3]
    let problem = #expect(throws: Diagnostic.self) {
      _ = try method.step(Landscapes.bumpy, &w, 1, kind.defaultSettings)
    }
    #expect(
      problem?.message == "'\(name)' needs second derivatives, which are not to be had here")
  }

  @Test("Without the matrix the same step is made, from products alone")
  func hessianFree() throws {
    for withMatrix in [true, false] {
      var method = HessianFree()
      var w = [3.0, 1, -2]
      let story = try method.step(
        Landscapes.parabola(withMatrix: withMatrix), &w, 1, Settings([1, 50, 0, 1e-12]))
      #expect(isClose(w, Landscapes.bottom))
      #expect(story["conjugate gradients"] == .number(3))
      #expect(story["accepted"] == .words("yes"))
    }
  }

  @Test("Damping shrinks while the parabola is right, and the bottom is reached")
  func adapting() throws {
    var method = HessianFree()
    var w = [3.0, 1, -2]
    var dampings: [MethodStory.Content?] = []
    for step in 1...30 {
      let story = try method.step(
        Landscapes.parabola(), &w, step, HessianFree.defaultSettings)
      dampings.append(story["damping"])
    }
    #expect(dampings.prefix(2) == [.number(0.1), .number(0.1 * (2.0 / 3))])
    #expect(isClose(w, Landscapes.bottom, 1e-7))
  }

  @Test("It never climbs, follows a direction that curves down, and gets through a bent valley")
  func valley() throws {
    var method = HessianFree()
    var w = [-1.2, 1]
    var last = Double.infinity
    for step in 1...300 {
      _ = try method.step(Landscapes.valley, &w, step, HessianFree.defaultSettings)
      let value = try Landscapes.valley.value(w)
      #expect(value <= last)
      last = value
    }
    #expect(isClose(w, [1, 1], 1e-6), "\(w)")
    var onTheRidge = [0.0, 0.5]
    let story = try method.step(Landscapes.saddle, &onTheRidge, 1, Settings([1, 50, 0, 1e-10]))
    #expect(story["stopped by"] == .words("a direction that curves down"))
    #expect(onTheRidge[1] > 0.5)
  }
}
