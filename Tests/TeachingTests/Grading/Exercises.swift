import Reporting
import Teaching

/// An exercise from its facts and its check, with what else it needs.
func exercise(
  _ kind: String, facts: String = "", points: String = "4", given: String? = nil, check: String
) throws -> Exercise {
  let task = """
    ---
    title: A test
    kind: \(kind)
    points: \(points)
    hints: [a nudge, the rule, the rule again]
    \(facts)
    ---
    Words.
    """
  var files = [
    "task.md": task, "check.grad": check, "start.grad": "", "solution.grad": "",
    "wrong/one.grad": "# diagnosis: unknown\n",
  ]
  files["given.grad"] = given
  let folder = try TemporaryFolder(files)
  return try Exercise(folder: folder.path)
}

/// How a submission to an exercise is graded.
func grade(_ exercise: Exercise, _ submission: String, seed: String? = nil) -> Report {
  Grader(exercise, seed: seed).grade(SourceText(name: "mine.grad", submission))
}

extension Report {
  /// Whether each part holds.
  var marks: [Bool] { parts.map(\.holds) }
  /// The likeliest mistake of each part, or an empty text.
  var mistakes: [String] { parts.map { $0.diagnoses.first?.id ?? "" } }
}
