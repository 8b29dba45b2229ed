import Reporting

/// Holds a lesson and its exercises to what the page for authors says.
public struct LessonCheck {
  /// What is wrong, in order.
  public private(set) var faults: [DocumentFault] = []
  /// How many exercises were looked at.
  public private(set) var exerciseCount = 0
  /// How many cells were run.
  public private(set) var cellCount = 0

  private let isInterrupted: @Sendable () -> Bool

  /// A check that has found nothing yet.
  public init(isInterrupted: @escaping @Sendable () -> Bool = { false }) {
    self.isInterrupted = isInterrupted
  }

  /// Looks at the lesson in a folder; `others` are the names of all lessons there are.
  public mutating func look(at folder: String, among others: [String]) {
    do throws(DocumentFault) {
      let lesson = try Lesson(folder: folder)
      look(at: lesson, among: others)
    } catch {
      faults.append(error)
    }
    lookForStrays(in: folder)
    let names = LessonFiles.names(in: folder + "/exercises")
    for name in names { look(atExercise: "\(folder)/exercises/\(name)") }
    lookForMarks(in: "\(folder)/lesson.md")
    for name in names {
      for file in ["task.md", "check.grad"] {
        lookForMarks(in: "\(folder)/exercises/\(name)/\(file)")
      }
    }
  }

  /// Finds what the author of a new lesson has still to say.
  private mutating func lookForMarks(in path: String) {
    guard let source = try? LessonFiles.read(path) else { return }
    let lines = source.text(0..<source.bytes.count)
      .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (place, line) in lines.enumerated() where line.contains(LessonDraft.mark) {
      complain(
        source, "something is still to be filled in",
        "write it in place of '\(LessonDraft.mark) …'",
        line: place + 1)
    }
  }

  private mutating func look(at lesson: Lesson, among others: [String]) {
    let source = lesson.notebook.source
    for need in lesson.needs where !others.contains(need) {
      complain(
        source, "there is no lesson '\(need)', which this one needs",
        "name the folder of a lesson, as in 'needs: [04-one-neuron]'")
    }
    let same = others.filter { Lesson.number(of: $0) == lesson.number }
    if same.count > 1 {
      complain(
        source, "these lessons have the same number: \(same.joined(separator: ", "))",
        "give each a number of its own")
    }
    run(lesson.notebook)
    var window = WindowCheck()
    window.look(at: lesson, isInterrupted: isInterrupted)
    faults += window.faults
    let there = LessonFiles.names(in: lesson.folder + "/exercises")
    for name in lesson.exercises where !there.contains(name) {
      complain(source, "there is no exercise '\(name)'", "write exercises/\(name)/task.md")
    }
    for name in there where !lesson.exercises.contains(name) {
      complain(
        source, "the exercise '\(name)' stands nowhere in the lesson",
        "add a line '[Exercise: …](exercises/\(name)/task.md)' with blank lines around it")
    }
    for (name, count) in lesson.exercises.counted where count > 1 {
      complain(
        source, "the exercise '\(name)' stands in \(count) places", "keep one of the links")
    }
  }

  /// Runs a document's cells, which must do what they are marked to do, and print what is recorded.
  private mutating func run(_ notebook: Notebook) {
    let run = NotebookRun(of: notebook, by: CellRunner(isInterrupted: isInterrupted))
    cellCount += run.results.count
    for warning in notebook.warnings {
      faults.append(DocumentFault(notebook.source, [warning]))
    }
    for result in run.results {
      if result.isUnexpected {
        complain(
          notebook.source,
          result.hasFailed
            ? "cell \(result.cell.number) fails"
            : "cell \(result.cell.number) must fail, and does not",
          result.hasFailed ? "mend it, or write ```gradus error" : "mend it, or take 'error' away",
          line: result.cell.line)
      } else if run.stale.contains(where: { $0.cell.number == result.cell.number }) {
        complain(
          notebook.source, "the output of cell \(result.cell.number) is not what it prints",
          "gradus notebook run \(notebook.source.name)", line: result.cell.outputLine)
      }
    }
  }

  private mutating func look(atExercise folder: String) {
    exerciseCount += 1
    lookForStrays(inExercise: folder)
    do throws(DocumentFault) {
      let exercise = try Exercise(folder: folder)
      run(exercise.task)
      var window = WindowCheck()
      window.look(at: exercise, isInterrupted: isInterrupted)
      faults += ExerciseCheck(exercise, isInterrupted).faults + window.faults
    } catch {
      faults.append(error)
    }
  }

  // MARK: Files

  private mutating func lookForStrays(in folder: String) {
    let endings = [".grad", ".csv", ".svg", ".png"]
    for name in LessonFiles.names(in: folder)
    where !["lesson.md", "lesson-pictures", "exercises"].contains(name) {
      if !endings.contains(where: name.hasSuffix) { complainStray("\(folder)/\(name)") }
    }
    let numbers = LessonFiles.names(in: folder + "/exercises").compactMap { Lesson.number(of: $0) }
    for (number, count) in numbers.counted where count > 1 {
      faults.append(
        LessonFiles.fault(
          folder + "/exercises", "\(count) exercises have the number \(number)",
          "give each a number of its own"))
    }
  }

  private mutating func lookForStrays(inExercise folder: String) {
    let known = ["task.md", "start.grad", "solution.grad", "check.grad", "given.grad", "wrong"]
    let name = folder.split(separator: "/").last.map(String.init) ?? ""
    if LessonFiles.isFolder(folder), Lesson.number(of: name) == nil {
      faults.append(
        LessonFiles.fault(
          folder, "the name of an exercise's folder begins with its number",
          "call it '01-its-name'"))
    }
    for name in LessonFiles.names(in: folder) where !known.contains(name) {
      complainStray("\(folder)/\(name)")
    }
    for name in LessonFiles.names(in: folder + "/wrong") where !name.hasSuffix(".grad") {
      complainStray("\(folder)/wrong/\(name)")
    }
  }

  private mutating func complainStray(_ path: String) {
    faults.append(LessonFiles.fault(path, "nothing reads this file", "take it away"))
  }

  private mutating func complain(
    _ source: SourceText, _ message: String, _ remedy: String, line: Int = 1
  ) {
    faults.append(.init(source, message, remedy, line: line))
  }
}

extension DocumentFault {
  /// Something that is wrong in a line of a file.
  init(_ source: SourceText, _ message: String, _ remedy: String, line: Int = 1) {
    let range = MarkdownLines(source.bytes).content(line)
    self.init(
      source, [Diagnostic("lesson", message, at: source.range(range), notes: [remedy])])
  }
}

extension Sequence where Element: Hashable {
  /// How often each element is there, in the order in which they first are.
  fileprivate var counted: [(Element, Int)] {
    var order: [Element] = []
    var counts: [Element: Int] = [:]
    for element in self {
      if counts[element] == nil { order.append(element) }
      counts[element, default: 0] += 1
    }
    return order.map { ($0, counts[$0] ?? 0) }
  }
}
