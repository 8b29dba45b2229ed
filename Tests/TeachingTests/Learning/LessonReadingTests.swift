import Language
import Reporting
import Teaching
import Testing

@Suite("Reading a lesson")
struct LessonReadingTests {
  private static let text = """
    ---
    title: Counting
    summary: One more each time
    minutes: 5
    teaches: [counting]
    ---
    Above.

    ```gradus hidden
    a = 1
    ```

    ## First

    ```gradus
    b = a + 1
    show b
    ```

    ## Second

    ```gradus
    show b + 1
    ```

    Below.
    """

  private func reading(_ folder: TemporaryFolder) throws -> LessonReading {
    try folder.write(Self.text, to: "01-counting/lesson.md")
    return LessonReading(try Lesson(folder: folder.path + "/01-counting"))
  }

  private func shown(_ reading: LessonReading) throws -> String {
    let part = try #require(reading.stop?.part)
    switch part {
    case .prose(let prose): return TextRenderer(width: 80).text(prose)
    case .cell(let cell): return TextRenderer(width: 80).text(reading.document(of: cell))
    case .exercise(let name): return name
    }
  }

  @Test("Goes from stop to stop, hidden cells aside, to the end and back")
  func stops() throws {
    let reading = try reading(try TemporaryFolder())
    #expect(reading.stops.map(\.screen) == [1, 2, 2, 3, 3, 3])
    #expect(try shown(reading) == "Above.\n")
    #expect(!reading.goBack())
    for _ in 0..<9 { reading.goOn() }
    #expect(reading.stop == nil)
    #expect(reading.goBack())
    #expect(try shown(reading) == "Below.\n")
  }

  @Test("A cell that is jumped to finds what those before it made, and prints the same again")
  func jumping() throws {
    let reading = try reading(try TemporaryFolder())
    #expect(reading.go(toScreen: 3))
    #expect(!reading.go(toScreen: 4))
    reading.goOn()
    let there = try shown(reading)
    #expect(there.contains("b + 1 = 3"))
    #expect(reading.go(toScreen: 2))
    reading.goOn()
    #expect(try shown(reading).contains("b = 2"))
    #expect(reading.go(toScreen: 3))
    reading.goOn()
    #expect(try shown(reading) == there)
  }

  @Test("A place that is no longer there is the beginning")
  func opening() throws {
    let folder = try TemporaryFolder()
    let lesson = try reading(folder).lesson
    #expect(LessonReading(lesson, at: 6).place == 0)
    #expect(LessonReading(lesson, at: 5).place == 5)
  }

  @Test(
    "A playground has the names of the cells that were shown, and can make of them what it likes")
  func playground() throws {
    let reading = try reading(try TemporaryFolder([:]))
    let playground = Playground(Session(keepsHistory: true))
    #expect(playground.follow(reading))
    #expect(!playground.session.knows("a") && !playground.session.knows("b"))
    while !playground.session.knows("b"), reading.stop != nil {
      reading.goOn()
      #expect(playground.follow(reading))
    }
    #expect(playground.session.knows("a"))
    #expect(playground.session.undo() == nil)
    _ = playground.session.run(SourceText(name: "", "b = 40")) { _ in }
    while reading.stop != nil {
      if case .cell(let cell)? = reading.stop?.part, cell.program.contains("b + 1") {
        #expect(TextRenderer(width: 80).text(reading.document(of: cell)).contains("b + 1 = 3"))
      }
      reading.goOn()
    }
  }
}
