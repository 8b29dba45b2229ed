import Reporting
import Teaching
import Testing

@Suite("Lessons read from folders")
struct LessonTests {
  static let lesson = """
    ---
    title: Squares
    summary: What a square is
    minutes: 5
    teaches: [squares]
    ---
    Before the first heading.

    ## One

    ```gradus
    x = 3
    ```

    Words, and [a link](exercises/01-square/task.md) among them.

    [Exercise: a square](exercises/01-square/task.md)

    ## Two

    ```gradus
    x^2
    ```

    ```output
    x^2 = 9
      is x² = 3²
    ```
    """

  static let files = [
    "03-squares/lesson.md": lesson, "03-squares/square.grad": "x = 2",
    "03-squares/exercises/01-square/task.md": """
    ---
    title: A square
    kind: write
    points: 1
    hints: [a nudge, the rule, the rule again]
    ---
    Write it.
    """,
    "03-squares/exercises/01-square/start.grad": "area(x) = x",
    "03-squares/exercises/01-square/solution.grad": "area(x) = x^2",
    "03-squares/exercises/01-square/check.grad": "# it\nexpect area(3) ~ 9",
    "03-squares/exercises/01-square/wrong/half.grad":
      "# diagnosis: constant-factor\narea(x) = x^2/2",
  ]

  @Test("Headings begin screens; cells, outputs and exercises are found where they stand")
  func screens() throws {
    let folder = try TemporaryFolder(Self.files)
    let lesson = try Lesson(folder: folder.path + "/03-squares")
    #expect(lesson.name == "03-squares" && lesson.number == 3 && lesson.minutes == 5)
    #expect(lesson.screens.map(\.title) == [nil, "One", "Two"])
    #expect(
      lesson.screens.map { $0.parts.map(Self.word) } == [
        ["prose"], ["prose", "x = 3\n", "prose", "01-square"], ["prose", "x^2\n"],
      ])
    #expect(lesson.exercises == ["01-square"])
    let exercise = try Exercise(folder: lesson.folder(of: "01-square"))
    #expect(exercise.id == "03-squares/01-square")
  }

  private static func word(_ part: Lesson.Part) -> String {
    switch part {
    case .prose: "prose"
    case .cell(let cell): cell.program
    case .exercise(let name): name
    }
  }

  @Test("A lesson and an exercise are found by name, number or part of a name")
  func library() throws {
    let folder = try TemporaryFolder(Self.files)
    let library = LessonLibrary(folder: folder.path + "/")
    let path = folder.path + "/03-squares"
    for name in ["03-squares", "3", "03", "squares"] { #expect(library.lesson(name) == path) }
    for name in ["4", "", "cubes"] { #expect(library.lesson(name) == nil) }
    for name in ["3/1", "03-squares/01-square", "sq/sq"] {
      #expect(library.exercise(name) == path + "/exercises/01-square")
    }
    #expect(library.exercise("3/2") == nil)
    #expect(library.exerciseNames == ["03-squares/01-square"])
  }

  private func faults(_ change: (TemporaryFolder) throws -> Void) throws -> [String] {
    let folder = try TemporaryFolder(Self.files)
    try change(folder)
    var check = LessonCheck()
    let library = LessonLibrary(folder: folder.path)
    let names = library.lessonFolders.map { String($0.split(separator: "/").last ?? "") }
    for lesson in library.lessonFolders { check.look(at: lesson, among: names) }
    return check.faults.flatMap { fault in
      fault.diagnostics.map { diagnostic in
        let place = fault.sources.place(of: diagnostic.range)
        let file = (place?.file ?? "").dropFirst(folder.path.count + 1)
        return "\(file):\(place?.start.line ?? 0): \(diagnostic.message)"
      }
    }
  }

  @Test("A lesson that is as it should be has no fault")
  func good() throws {
    #expect(try faults { _ in } == [])
  }

  private static let exercise = "03-squares/exercises/01-square"

  @Test(
    "Says which file is wrong, where and why",
    arguments: [
      ("03-squares/lesson.md", "x^2 = 9", "x^2 = 8", "the output of cell 2 is not what it prints"),
      ("03-squares/lesson.md", "x = 3\n", "x = y\n", "cell 1 fails"),
      (
        "03-squares/lesson.md", "minutes: 5", "minutes: five",
        "'minutes' must be a whole number from 1, not 'five'"
      ),
      ("03-squares/lesson.md", "title: Squares\n", "", "'title' is missing among the facts"),
      ("03-squares/lesson.md", "summary", "sumary", "'summary' is missing among the facts"),
      (
        "03-squares/lesson.md", "teaches: [squares]", "teaches: [squares]\nneeds: [02-x]",
        "there is no lesson '02-x', which this one needs"
      ),
      (
        "03-squares/lesson.md", "[Exercise", "See [Exercise",
        "the exercise '01-square' stands nowhere in the lesson"
      ),
      (
        "03-squares/lesson.md", "[Exercise: a square](exercises/01-", "[E](exercises/02-",
        "there is no exercise '02-square'"
      ),
      (
        exercise + "/task.md", "kind: write", "kind: wirte",
        "there is no kind of exercise called 'wirte'; did you mean 'write'?"
      ),
      (exercise + "/task.md", "a nudge, ", "", "there are 2 hints, and there must be three"),
      (
        exercise + "/task.md", "the rule,", "it is x^2,",
        "the hint 'it is x^2' gives the solution 'x^2' away"
      ),
      (
        exercise + "/task.md", "[a nudge, the rule, the rule again]",
        "\n  - a nudge\n  - the rule\n  - so x² it is",
        "the hint 'so x² it is' gives the solution 'x^2' away"
      ),
      (
        exercise + "/task.md", "points: 1", "points: [1, 2]",
        "there are points for 2 parts, and check.grad has 1"
      ),
      (
        exercise + "/task.md", "points: 1", "points: 1\nforbid: [clip_nrom]",
        "the language has no word 'clip_nrom' to forbid; did you mean 'clip_norm'?"
      ),
      (
        exercise + "/task.md", "points: 1", "points: 1\ntrains: mlp at xor",
        "'mlp at xor' does not say what is trained"
      ),
      (
        exercise + "/task.md", "points: 1", "points: 1\ntrains: f on line",
        "'line' is not given, so a learner may change it"
      ),
      (
        exercise + "/check.grad", "~ 9", "~ 9*run.steps",
        "this tests a training, and nothing says what is to be trained"
      ),
      (
        exercise + "/check.grad", "# it", "# again: set w = 1\n# it",
        "after '# again:': there is nothing called 'w'"
      ),
      (exercise + "/start.grad", "= x", "= x^2", "this gets every point already"),
      (exercise + "/solution.grad", "x^2", "x^3", "the solution loses the part 'it'"),
      (exercise + "/check.grad", "# it\n", "", "a part has no comment above it that names it"),
      (exercise + "/check.grad", "expect area(3) ~ 9", "area(3)", "nothing is tested here"),
      (exercise + "/wrong/half.grad", "/2", "", "this mistake gets every point"),
      (exercise + "/wrong/half.grad", "/2", "/3", "the diagnosis is not 'constant-factor'"),
      (
        exercise + "/wrong/half.grad", "diagnosis:", "it is",
        "the first line does not say which diagnosis this must get"
      ),
    ])
  func wrong(_ file: String, _ old: String, _ new: String, _ message: String) throws {
    let text = try #require(Self.files[file])
    #expect(text.contains(old))
    let found = try faults { try $0.write(text.replacing(old, with: new), to: file) }
    #expect(found.contains { $0.hasPrefix(file + ":") && $0.hasSuffix(": " + message) }, "\(found)")
  }

  @Test("Finds what is higher or wider than a window")
  func window() throws {
    func found(_ words: String, in file: String) throws -> [String] {
      let text = try #require(Self.files[file])
      return try faults { try $0.write(text + "\n" + words + "\n", to: file) }
    }
    let file = "03-squares/lesson.md"
    let long = (1...23).map { "- line \($0)" }.joined(separator: "\n")
    let tooLong = try found("## Long\n\n" + long, in: file)
    let fault = try #require(tooLong.first)
    #expect(tooLong.count == 1)
    #expect(fault.hasSuffix("'Long', has 25 lines, and a window has room for 22"))
    #expect(!fault.hasPrefix(file + ":1:"))
    let wide = "```\n" + String(repeating: "x", count: 90) + "\n```"
    for place in [file, Self.exercise + "/task.md"] {
      let tooWide = try found(wide, in: place)
      #expect(tooWide.count == 1)
      #expect(tooWide.allSatisfy { $0.hasSuffix("is 92 columns wide, and a window 80") })
    }
  }

  @Test("Finds what is left over, doubled or missing")
  func strays() throws {
    #expect(
      try faults { try $0.write("", to: "03-squares/notes.txt") }
        == ["03-squares/notes.txt:1: nothing reads this file"])
    #expect(
      try faults { try $0.write("", to: Self.exercise + "/old.grad") }
        == [Self.exercise + "/old.grad:1: nothing reads this file"])
    let missing = try faults { try $0.remove(Self.exercise + "/solution.grad") }
    #expect(
      missing == [
        Self.exercise
          + "/solution.grad:1: there is no file here that can be read: no such file or directory"
      ])
    let doubled = try faults { try $0.write(Self.lesson, to: "03-cubes/lesson.md") }
    #expect(
      doubled.contains { $0.hasSuffix("these lessons have the same number: 03-cubes, 03-squares") })
  }
}
