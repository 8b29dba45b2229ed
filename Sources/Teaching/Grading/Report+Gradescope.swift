import Reporting

extension Report {
  /// The report as Gradescope's `results.json`.
  ///
  /// Source: Gradescope's documentation, "Autograder specifications", "Output format".
  var gradescope: JSONValue {
    .object([
      ("score", .number(points)), ("output", .string(messages.joined(separator: "\n"))),
      ("output_format", .string("text")), ("visibility", .string("visible")),
      (
        "tests",
        .array(
          parts.map { part in
            .object([
              ("name", .string(part.name)), ("score", .number(part.points)),
              ("max_score", .number(part.maximum)),
              ("status", .string(part.holds ? "passed" : "failed")),
              ("output", .string(part.messages.joined(separator: "\n"))),
              ("output_format", .string("text")),
              ("tags", .array(part.diagnoses.map { .string($0.id) })),
            ])
          })
      ),
    ])
  }
}
