import Reporting
import Teaching
import Testing

@Suite("Progress in the lessons")
struct ProgressTests {
  private func read(_ text: String) throws(Progress.Fault) -> Progress {
    try Progress(reading: Array(text.utf8))
  }

  @Test("Comes back from its file as it was")
  func roundTrip() throws {
    var progress = Progress()
    progress.note(Progress.Result(points: 2.5, maximum: 3), of: "05-a/01-\"quoted\" 漢 \u{1F600}")
    progress.note(Progress.Result(points: 0, maximum: 1, isSkipped: true), of: "05-a/02-b")
    progress.note(Progress.Result(points: 1, maximum: 1, hint: .rule), of: "05-a/03-c")
    progress.note(reaching: 4, of: "05-a")
    #expect(try read(progress.text) == progress)
    #expect(try read("") == Progress())
  }

  @Test("Two sessions lose nothing, whichever is put to the other")
  func merge() {
    var one = Progress()
    one.note(Progress.Result(points: 3, maximum: 3), of: "a")
    one.note(Progress.Result(points: 1, maximum: 3), of: "b")
    one.note(reaching: 7, of: "lesson")
    var two = Progress()
    two.note(Progress.Result(points: 0, maximum: 3, isSkipped: true), of: "a")
    two.note(Progress.Result(points: 2, maximum: 3), of: "b")
    two.note(Progress.Result(points: 1, maximum: 1), of: "c")
    two.note(reaching: 2, of: "lesson")
    var (left, right) = (one, two)
    left.merge(two)
    right.merge(one)
    #expect(left == right)
    #expect(left.results["a"] == Progress.Result(points: 3, maximum: 3, isSkipped: true))
    #expect(left.results["b"]?.points == 2)
    #expect(left.results["c"]?.isFull == true)
    #expect(left.reached["lesson"] == 7)
    left.merge(left)
    #expect(left == right)
  }

  @Test("The furthest hint stays, whatever the points become")
  func hints() {
    var progress = Progress()
    progress.note(Progress.Result(points: 0, maximum: 2, hint: .solution), of: "a")
    progress.note(Progress.Result(points: 0, maximum: 2, hint: .nudge), of: "a")
    progress.note(Progress.Result(points: 2, maximum: 2), of: "a")
    #expect(progress.results["a"] == Progress.Result(points: 2, maximum: 2, hint: .solution))
  }

  @Test("The better result is the larger share of the points there were")
  func changedExercise() {
    var progress = Progress()
    progress.note(Progress.Result(points: 2, maximum: 4), of: "a")
    progress.note(Progress.Result(points: 2, maximum: 2), of: "a")
    progress.note(Progress.Result(points: 3, maximum: 4), of: "a")
    #expect(progress.results["a"] == Progress.Result(points: 2, maximum: 2))
  }

  @Test(
    "Half of a file, or another one, is damaged",
    arguments: [
      "{", "[]", "\0\0\0", "{\"version\":1}", "{\"version\":0,\"exercises\":{},\"lessons\":{}}",
      "{\"version\":1,\"exercises\":{\"a\":{\"points\":1}},\"lessons\":{}}",
      "{\"version\":1,\"exercises\":{},\"lessons\":{\"a\":{\"reached\":1.5}}}",
      "{\"version\":1,\"exercises\":{},\"lessons\":{}} and more",
    ])
  func damaged(text: String) {
    #expect(throws: Progress.Fault.damaged) { try read(text) }
  }

  @Test("No beginning of a file passes for the whole")
  func torn() throws {
    var progress = Progress()
    progress.note(Progress.Result(points: 1, maximum: 3), of: "05-a/01-b")
    let bytes = Array(progress.text.utf8)
    for length in 1..<bytes.count - 1 {
      #expect(throws: Progress.Fault.damaged) { try Progress(reading: Array(bytes[..<length])) }
    }
  }

  @Test("The file of a newer program is left to it")
  func newer() {
    #expect(throws: Progress.Fault.newer) { try read("{\"version\":2,\"stars\":[]}") }
  }
}
