import Foundation
import Testing

@Suite("gradus lesson and gradus grade")
struct LessonTests {
  /// The lessons of the project.
  private static let lessons =
    URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path + "/lessons"
  private static let exercise = lessons + "/05-mean-squared-error/exercises/01-slope"

  @Test("Lists the lessons, also beside the program")
  func list() throws {
    let folder = try Folder()
    let here = try Gradus.run("lesson", "list", "--lessons", Self.lessons, in: folder)
    #expect(here.status == 0)
    #expect(here.output.contains("Mean squared error"))
    #expect(try Gradus.run("lesson", "list", in: folder).output == here.output)
    let json = try Gradus.run("lesson", "list", "--json", in: folder)
    #expect(json.objects.contains { $0?["name"] as? String == "05-mean-squared-error" })
    #expect(try Gradus.run("lesson", "list", "--lessons", "nowhere", in: folder).status == 66)
  }

  @Test("Every lesson of the project is as it should be")
  func check() throws {
    let run = try Gradus.run("lesson", "check", Self.lessons)
    #expect(run.errors == "")
    #expect(run.status == 0)
    #expect(run.output.hasSuffix(": all is well\n"))
    let one = try Gradus.run("lesson", "check", Self.lessons + "/05-mean-squared-error/")
    #expect(one.output.hasPrefix("1 lesson, "))
  }

  @Test("Says what is wrong with a lesson, where, and what to do")
  func faults() throws {
    let folder = try Folder()
    try FileManager.default.copyItem(
      atPath: Self.lessons + "/05-mean-squared-error",
      toPath: folder.path + "/05-mean-squared-error")
    let name = "05-mean-squared-error/lesson.md"
    try folder.write(try folder.read(name).replacing("minutes: 20\n", with: ""), to: name)
    let run = try Gradus.run("lesson", "check", "05-mean-squared-error", in: folder)
    #expect(run.status == 65)
    #expect(
      run.errors == """
        error: 'minutes' is missing among the facts
          --> 05-mean-squared-error/lesson.md:1:1
           1 │ ---
             │ ~~~
           = note: add a line 'minutes: 20'

        """)
    #expect(run.output.hasSuffix(": 1 fault\n"))
  }

  @Test("Grades submissions in words and as JSON, by path or by name")
  func grade() throws {
    let solution = Self.exercise + "/solution.grad"
    let wrong = Self.exercise + "/wrong/forgot-the-two.grad"
    let right = try Gradus.run("grade", Self.exercise, solution)
    #expect(right.status == 0)
    #expect(right.output.hasSuffix("3 of 3 points\n"))
    let both = try Gradus.run("grade", "05/01", solution, wrong, "--report", "json")
    #expect(both.status == 1)
    #expect(both.objects.map { $0?["points"] as? Double } == [3, 2])
    #expect(both.objects.map { $0?["holds"] as? Bool } == [true, false])
    #expect(!both.output.contains("-4"))
    let typed = try Gradus.run(
      "grade", Self.exercise, "-", input: "answer_loss_to_p = -4.0\nanswer_p_to_w = 2\n")
    #expect(typed.status == 1)
    #expect(typed.output.hasSuffix("2 of 3 points\n"))
  }

  @Test("Says by its exit status what went wrong with a grading")
  func statuses() throws {
    let solution = Self.exercise + "/solution.grad"
    let unknown = try Gradus.run("grade", "05-mean-squared-error/01-slpoe", solution)
    #expect(unknown.status == 66)
    #expect(unknown.errors.contains("did you mean '05-mean-squared-error/01-slope'?"))
    #expect(try Gradus.run("grade", Self.exercise, "nothing.grad", solution).status == 66)
    #expect(try Gradus.run("grade", Self.exercise).status == 64)
    let folder = try Folder()
    try folder.write("no facts", to: "task.md")
    #expect(try Gradus.run("grade", folder.path, solution).status == 65)
    #expect(try Gradus.run("grade", Self.exercise, solution, "-o", "no/where").status == 73)
  }
}
