import Language
import Reporting
import Testing

@Suite("A sweep shows what each size of h errs by")
struct SweepTests {
  private func sweep(_ program: String) throws -> JSONValue {
    let run = Run(program)
    #expect(run.rendered == "")
    return try #require(run.objects("check").last?["sweep"])
  }

  private func rows(_ program: String) throws -> [JSONValue] {
    try #require(try sweep(program)["rows"]).elements
  }

  @Test("Of x^3 the bend errs by h², then rounding takes over")
  func cube() throws {
    let rows = try rows("input x = 3\ny = x^3\ncheck y, sweep=true")
    #expect(rows.compactMap { $0["h"]?.number }.count == 12)
    // The third derivative is 6, so the difference errs by 6·h²/6.
    for (row, h) in zip(rows, [1e-1, 1e-2, 1e-3]) {
      #expect(row["rule"]?.string == "truncation")
      let error = try #require(row["error"]?.number)
      #expect(abs(error / (h * h) - 1) < 1e-3)
    }
    #expect(rows.suffix(4).allSatisfy { $0["rule"]?.string == "round-off" })
    let best = try #require(
      try sweep("input x = 3\ny = x^3\ncheck y, sweep=true")["best_h"]?.number)
    #expect([1e-4, 1e-5, 1e-6].contains(best))
  }

  @Test("Near the corner of relu every h that crosses it says so")
  func corner() throws {
    let rows = try rows("input u = 0.005\nz = relu(u)\ncheck z, sweep=true")
    #expect(rows.prefix(2).allSatisfy { $0["rule"]?.string == "kink" })
    #expect(rows.prefix(2).allSatisfy { $0["kink"]?.string == "z" })
    #expect(rows.dropFirst(2).allSatisfy { $0["rule"]?.string != "kink" })
  }

  @Test("On the corner no h is best")
  func onCorner() throws {
    let sweep = try sweep("input u = 0\nz = relu(u)\ncheck z, sweep=true")
    #expect(sweep["best_h"]?.text == "null")
  }

  @Test("'at' picks the leaf")
  func leaf() throws {
    let run = Run("param w = [1, 2]\ny = w[1]*w[2]^3\ncheck y, sweep=true, at=w[2]")
    #expect(run.rendered == "")
    let rows = try #require(run.objects("check").last?["rows"]).elements
    #expect(rows.compactMap { $0["leaf"]?.string } == ["w[2]"])
    #expect(rows.first?["analytic"]?.number == 12)
  }

  @Test("A line errs by rounding alone")
  func line() throws {
    let rows = try rows("input x = 0.3\ny = 7*x\ncheck y, sweep=true")
    #expect(rows.allSatisfy { ["round-off", "exact"].contains($0["rule"]?.string) })
  }

  @Test("'at' needs the sweep, and a leaf")
  func complaints() {
    expectComplaint(
      "input x = 2\ny = x^2\ncheck y, at=‹x›",
      "error: 'at' says nothing without 'sweep=true'\nnote: write 'sweep=true' too")
  }
}
