import Testing

@testable import Teaching

@Suite("A stale output with '...'")
struct RenewedOutputTests {
  @Test(
    "Keeps its '...' where it still has a place, and changes no line that is true",
    arguments: [
      // One line that changed: the last, the first, one between two '...'.
      (["k = 1", "...", "k = 8", "7 = 8"], ["k = 1", "...", "k = 8", "7 = 7"]),
      (["k = 0", "...", "k = 8", "7 = 7"], ["k = 1", "...", "k = 8", "7 = 7"]),
      (["...", "k = 55", "...", "7 = 7"], ["...", "k = 5", "...", "7 = 7"]),
      // One that became another, one that is gone, and one that has come.
      (["k = 1", "old", "...", "7 = 7"], ["k = 1", "k = 2", "...", "7 = 7"]),
      (["k = 1", "...", "7 = 7", "old"], ["k = 1", "...", "7 = 7"]),
      (["k = 1", "...", "k = 8"], ["k = 1", "...", "k = 8", "7 = 7"]),
      (["...", "x = 7", "...", "x = 7"], ["...", "k = 7", "...", "7 = 7"]),
      // Without '...' every line is written.
      (
        ["k = 1", "k = 8"],
        ["k = 1", "k = 2", "k = 3", "k = 4", "k = 5", "k = 6", "k = 7", "k = 8", "7 = 7"]
      ),
    ])
  func keeps(_ recorded: [String], _ expected: [String]) {
    let printed = (1...8).map { "k = \($0)" } + ["7 = 7"]
    #expect(OutputPattern.renewed(recorded, printed) == expected)
  }

  @Test("Matches what was printed, whatever was recorded", arguments: 0..<500)
  func matches(_ seed: Int) {
    var dice = MutationTests.Dice(state: UInt64(seed))
    func lines(_ words: [String]) -> [String] {
      (0..<Int.random(in: 0...9, using: &dice)).map { _ in words.randomElement(using: &dice) ?? "" }
    }
    let recorded = lines(["a", "b", "ab", "...", "...", ""])
    let printed = lines(["a", "b", "ba", "abc", ""])
    let renewed = OutputPattern.renewed(recorded, printed)
    #expect(OutputPattern.matches(renewed, printed))
    if OutputPattern.matches(recorded, printed) {
      #expect(renewed == recorded || !recorded.contains("..."))
    }
  }

  @Test("An output too long to look for the places of '...' is written out")
  func long() {
    let printed = (0..<3_000).map { "line \($0)" }
    #expect(OutputPattern.renewed(["..."] + printed.reversed(), printed) == printed)
  }
}
