import Foundation
import Language
import Reporting
import Testing

@Suite("No input crashes or hangs the program")
struct FuzzTests {
  /// How many programs of each of three kinds are run; `GRADUS_FUZZ=100000` for a long run.
  private static let count =
    (ProcessInfo.processInfo.environment["GRADUS_FUZZ"].flatMap(Int.init) ?? 3000) / 3

  /// Limits under which no program can take long.
  private static var tight: Limits {
    var limits = Limits()
    limits.nodes = 3000
    limits.steps = 20_000
    limits.memory = 8 << 20
    limits.seconds = 5
    return limits
  }

  /// Runs a text and presents and renders everything it says.
  private func survive(_ bytes: [UInt8], _ seed: Int) {
    let clock = ContinuousClock()
    var failed = false
    let time = clock.measure {
      let run = Run(bytes: bytes, limits: FuzzTests.tight, keepsHistory: seed % 2 == 0)
      failed = run.outcome != .finished
      let text = run.lines.joined() + run.rendered
      #expect(!failed || text.contains("error"))
      _ = Session.isIncomplete(String(decoding: bytes, as: UTF8.self))
      while run.session.undo() != nil {}
    }
    #expect(time < .seconds(10), "seed \(seed): \(String(decoding: bytes, as: UTF8.self))")
  }

  /// Writes a program down before it is run, so that a crash leaves it behind.
  private func note(_ bytes: [UInt8], _ kind: String) {
    guard let folder = ProcessInfo.processInfo.environment["GRADUS_FUZZ_FOLDER"] else { return }
    try? Data(bytes).write(to: URL(fileURLWithPath: "\(folder)/\(kind)"))
  }

  @Test("Programs from the grammar")
  func grammar() {
    for seed in 0..<FuzzTests.count {
      var generator = ProgramGenerator(seed: seed)
      let bytes = Array(generator.program().utf8)
      note(bytes, "grammar")
      survive(bytes, seed)
    }
  }

  @Test("Programs with some damage")
  func damaged() {
    for seed in 0..<FuzzTests.count {
      var generator = ProgramGenerator(seed: seed)
      let program = generator.program()
      let bytes = Mutation.damaged(program, &generator.random)
      note(bytes, "damaged")
      survive(bytes, seed)
    }
  }

  @Test("Noise")
  func noise() {
    for seed in 0..<FuzzTests.count {
      var random = RandomNumbers(seed: seed)
      let bytes = Mutation.noise(&random)
      note(bytes, "noise")
      survive(bytes, seed)
    }
  }

  @Test("Statements from the grammar, one at a time, whatever became of those before")
  func statements() {
    var finished = 0
    var asked = 0
    for seed in 0..<FuzzTests.count {
      var generator = ProgramGenerator(seed: -seed)
      var run = Run("", limits: FuzzTests.tight)
      for statement in generator.statements() {
        note(Array(statement.utf8), "statement")
        run.then(statement)
        asked += 1
        if run.outcome == .finished { finished += 1 }
      }
      #expect(run.lines.allSatisfy { $0.hasPrefix("{") })
    }
    #expect(finished * 2 > asked, "most statements are meant to make sense")
  }
}
