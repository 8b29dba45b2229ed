import Testing

@testable import GradusCLI

@Suite("How output looks")
struct PageTests {
  @Test(
    "Colour is for terminals, unless the environment or the person says otherwise",
    arguments: [
      (Page.Color.auto, true, [:], true), (.auto, false, [:], false),
      (.always, false, ["NO_COLOR": "1"], true), (.never, true, ["FORCE_COLOR": "1"], false),
      (.auto, true, ["NO_COLOR": "1"], false), (.auto, true, ["NO_COLOR": ""], true),
      (.auto, false, ["FORCE_COLOR": "1"], true), (.auto, true, ["FORCE_COLOR": "0"], false),
      (.auto, true, ["TERM": "dumb"], false),
      (.auto, false, ["TERM": "dumb", "FORCE_COLOR": "1"], true),
    ] as [(Page.Color, Bool, [String: String], Bool)])
  func color(_ color: Page.Color, _ isTerminal: Bool, _ environment: [String: String], _ is: Bool) {
    let page = Page(Page.Choice(color: color), isTerminal: isTerminal, columns: nil) {
      environment[$0]
    }
    #expect(page.color == `is`)
  }

  @Test(
    "A terminal without Unicode gets ASCII",
    arguments: [
      (true, ["LC_ALL": "C"], true), (false, ["LC_ALL": "C"], false), (true, [:], false),
      (true, ["LC_ALL": "", "LANG": "de_DE.UTF-8"], false), (true, ["LANG": "POSIX"], true),
      (true, ["LC_ALL": "C.utf8", "LANG": "C"], false),
    ] as [(Bool, [String: String], Bool)])
  func ascii(_ isTerminal: Bool, _ environment: [String: String], _ is: Bool) {
    let page = Page(Page.Choice(), isTerminal: isTerminal, columns: nil) { environment[$0] }
    #expect(page.ascii == `is`)
  }

  @Test("The width is what was chosen, else the terminal's, else 80")
  func width() {
    #expect(Page(Page.Choice(width: 40), isTerminal: true, columns: 120) { _ in nil }.width == 40)
    #expect(Page(Page.Choice(), isTerminal: true, columns: 120) { _ in nil }.width == 120)
    #expect(Page(Page.Choice(), isTerminal: false, columns: nil) { _ in nil }.width == 80)
  }

  @Test("--ascii leaves nothing outside ASCII on either stream")
  func asciiOption() throws {
    let program = "input α = 2; y = α^2 * 3; backward y; z = ββ"
    let run = try Gradus.run("run", "-", "--ascii", "--color", "always", input: program)
    #expect(run.output.utf8.allSatisfy { $0 < 0x80 })
    #expect(run.errors.utf8.allSatisfy { $0 < 0x80 })
    #expect(run.output.contains("\u{1B}["))
    #expect(run.errors.contains("\u{1B}["))
  }

  @Test("A terminal gets colour, and ASCII if its locale is C")
  func terminal() throws {
    let folder = try Folder()
    let file = try folder.write("input x = 2; y = tanh(x); backward y", to: "a.grad")
    let colored = try Gradus.onTerminal("run \(file)")
    #expect(colored.output.contains("\u{1B}["))
    #expect(colored.output.contains("·"))
    let plain = try Gradus.onTerminal("run \(file)", environment: ["LC_ALL": "C", "TERM": "dumb"])
    #expect(plain.output.utf8.allSatisfy { $0 < 0x80 && $0 != 0x1B })
  }
}
