import Testing

@testable import Teaching

@Suite("Outputs written into a document")
struct SpliceTests {
  @Test("Writes between the fence lines and changes nothing else")
  func replaces() throws {
    let text = "#  Odd   *spaces*\n\n```gradus\n1 + 1\n```\n```output\nold\n```\n\n* a\n+ b\n\n\n"
    #expect(try recorded(text) == text.replacing("old\n", with: "1 + 1 = 2\n  is 1 + 1\n"))
  }

  @Test("Adds a block where none is, after a blank line")
  func inserts() throws {
    let text = "```gradus\n1 + 1\n```\nwords\n"
    #expect(
      try recorded(text)
        == "```gradus\n1 + 1\n```\n\n```output\n1 + 1 = 2\n  is 1 + 1\n```\nwords\n")
  }

  @Test("A cell that prints nothing has no block, and an empty block may stay")
  func nothing() throws {
    let silent = "```gradus\nx = 1\n```\n"
    #expect(try recorded(silent) == silent)
    #expect(try recorded(silent + "\n```output\nold\n```\n\nwords\n") == silent + "\nwords\n")
    #expect(try recorded(silent + "\n```output\n```\n") == silent + "\n```output\n```\n")
  }

  @Test("Keeps line breaks, tildes, spaces before the fence and a missing line break at the end")
  func keeps() throws {
    let text = "x\r\n\r\n  ~~~ gradus\r\n  1\r\n  ~~~"
    #expect(
      try recorded(text)
        == "x\r\n\r\n  ~~~ gradus\r\n  1\r\n  ~~~\r\n\r\n  ~~~output\r\n  1 = 1\r\n  ~~~")
  }

  @Test("Two breaks stay two, also where a carriage return comes before a line feed")
  func mixed() throws {
    let text = "```gradus plot=tanh,x=-1..1\rx = 2\n```\n\nwords\n"
    let once = try recorded(text)
    #expect(
      once == "```gradus plot=tanh,x=-1..1\rx = 2\n```\n\r"
        + "![plot of tanh](test-pictures/cell-1.svg)\r\n\nwords\n")
    #expect(try recorded(once) == once)
  }

  @Test("A fence is made longer where the output holds as many of its signs")
  func longer() throws {
    let text = "```gradus error\n1 ```` 2\n```\n\n```output\n```\n"
    let result = try recorded(text)
    #expect(result.contains("\n`````output\n"))
    #expect(result.hasSuffix("\n`````\n"))
    #expect(try notebook(result).cells.count == 1)
    let tildes = try recorded("~~~gradus error\n1 ~~~~ 2\n~~~\n")
    #expect(tildes.contains("\n~~~~~output\n"))
  }

  @Test("A fence that is never closed is closed where an output has to follow")
  func unclosed() throws {
    #expect(try recorded("````gradus\n1\n") == "````gradus\n1\n````\n\n```output\n1 = 1\n```\n")
    #expect(try recorded("```gradus\nx = 1") == "```gradus\nx = 1")
  }

  @Test("A recorded output with '...' stays as long as it is true")
  func wildcard() throws {
    let text = "```gradus\n1\n2 + 3\n```\n```output\n1 = 1\n...\n```\n"
    #expect(try recorded(text) == text)
    #expect(try recorded(text.replacing("1 = 1", with: "no")) == text)
  }

  @Test(
    "'...' stands for any lines, also for none",
    arguments: [
      (["..."], [], true), (["...", "a"], ["a"], true),
      (["a", "...", "b"], ["a", "x", "b"], true),
      (["a", "...", "b"], ["a", "b", "c"], false),
      (["...", "b", "...", "b"], ["b", "a", "b"], true),
      (["...", "a", "b"], ["a", "a", "b"], true), ([], [], true), ([], ["a"], false),
      (["a"], [], false), (["a", "..."], ["a"], true),
    ])
  func pattern(_ pattern: [String], _ lines: [String], _ matches: Bool) {
    #expect(OutputPattern.matches(pattern, lines) == matches)
  }
}
