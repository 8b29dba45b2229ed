import Autodiff
import Language
import Reporting
import Testing

@Suite("A recorded walk")
struct RecordedWalkTests {
  private func walk(
    _ program: String, _ passes: RecordedWalk.Passes = .both, limit: Int = 1000
  ) throws -> RecordedWalk {
    let session = Session()
    var pass: Pass?
    _ = session.run(SourceText(name: "<input 1>", program)) { event in
      if case .walk(let found) = event { pass = found }
    }
    return RecordedWalk(try #require(pass), passes, TextPresenter(session), limit: limit)
  }

  private func text(_ line: RecordedWalk.Line) -> String {
    TextRenderer().text(line.text).split(separator: "\n")
      .map { $0.split(separator: " ").joined(separator: " ") }.joined(separator: "\n")
  }

  @Test("Stops at each step forward and at each product back, with the words of the terminal")
  func stops() throws {
    let walk = try walk("input x = 2; param w = 3; z = w*x; L = z*z + z; step L")
    #expect(
      walk.stops.map { $0.lines.map(text) } == [
        ["1 z = w·x", "= 3·2 = 6"],
        ["2 L = z·z + z", "= 6·6 + 6 = 42"],
        ["1 L = z·z + z\ndL/dL = 1 where the pass begins"],
        ["1 L = z·z + z\ndL/dL = 1 where the pass begins", "dL/dz += dL/dL", "= 1"],
        [
          "1 L = z·z + z\ndL/dL = 1 where the pass begins", "dL/dz += dL/dL · z", "= 1 · 6 = 6",
          "so far 1 + 6 = 7",
        ],
        [
          "1 L = z·z + z\ndL/dL = 1 where the pass begins", "dL/dz += dL/dL · z", "= 1 · 6 = 6",
          "so far 7 + 6 = 13",
        ],
        ["2 z = w·x\ndL/dz = 13 has arrived", "dL/dw = dL/dz · x", "= 13 · 2 = 26"],
        ["2 z = w·x\ndL/dz = 13 has arrived", "dL/dx = dL/dz · w", "= 13 · 3 = 39"],
      ])
    #expect(walk.stops.map(\.isBackward) == [false, false] + Array(repeating: true, count: 6))
    #expect(walk.stops.dropFirst(2).map { $0.gradients.last?.number } == [1, 1, 7, 13, 26, 39])
    #expect(walk.stops.compactMap(\.arrival?.index) == [1, 2, 3, 1, 1])
    #expect(walk.stops.compactMap(\.arrival?.count) == [3, 3, 3, 1, 1])
  }

  @Test("Keeps both passes of what is nearest to the result, and counts the rest")
  func limit() throws {
    let program = "param w = 2; a = w*w; b = a*a; c = b*b; step c"
    #expect(try walk(program).earlierSteps == 0)
    let short = try walk(program, limit: 4)
    #expect(short.stops.map(\.step) == [3, 1, 1, 1])
    #expect(short.earlierSteps == 2)
    #expect(short.stops.last?.arrival?.count == nil)
    #expect(try walk(program, .backward).stops.allSatisfy(\.isBackward))
    #expect(try walk(program, .forward).stops.allSatisfy { !$0.isBackward })
  }

  @Test("A single contribution that is no number is no sum")
  func nan() throws {
    let walk = try walk("input x = 0; input y = -1; z = log(x)*y; q = sqrt(z) + relu(x); step q")
    let formulas = walk.stops.flatMap(\.lines).map(text)
    #expect(formulas.contains { $0.hasPrefix("dq/dy = ") })
    #expect(!formulas.contains { $0.hasPrefix("dq/dy += ") })
  }
}
