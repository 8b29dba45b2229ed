public import Reporting

extension Report {
  /// The report for a person to read.
  public var document: Document {
    var document = Document()
    document.add(StyledText(title, .heading) + StyledText("  \(submission.sanitizedLine)", .muted))
    for message in messages { document.add(StyledText(message, .warning), indent: 2) }
    // What stopped the submission, or cost it its time, is said in full once.
    var said = messages
    for var part in parts {
      let isTrouble = part.diagnoses.contains {
        ["error", "limit", "given", "forbidden"].contains($0.id)
      }
      if isTrouble, part.messages.allSatisfy({ message in said.contains { message.hasSuffix($0) } })
      {
        part.messages = ["as above"]
      }
      said += part.messages
      document.add(part.document)
    }
    document.add(score)
    return document
  }

  /// The points in all, in words.
  public var score: StyledText {
    StyledText("\(Self.text(points)) of \(Self.text(maximum)) points", .number)
  }

  /// Points with two decimals at most.
  public static func text(_ points: Double) -> String {
    NumberStyle().text((points * 100).rounded() / 100)
  }

  /// The report as one JSON object.
  public var jsonValue: JSONValue {
    .object([
      ("type", .string("grade")), ("exercise", .string(exercise)), ("title", .string(title)),
      ("submission", .string(submission)), ("points", .number(points)),
      ("maximum", .number(maximum)), ("holds", .bool(isFull)),
      ("messages", .array(messages.map(JSONValue.string))),
      ("parts", .array(parts.map(\.jsonValue))),
    ])
  }
}

extension Report.Part {
  /// The part for a person to read: its mark, and why points were lost.
  public var document: Document {
    var document = Document()
    document.add(
      StyledText(holds ? "✓ " : "✗ ", holds ? .good : .bad) + StyledText(name)
        + StyledText("  \(Report.text(points)) of \(Report.text(maximum))", .muted),
      indent: 2)
    for message in messages { document.add(StyledText(message), indent: 6) }
    return document
  }

  fileprivate var jsonValue: JSONValue {
    .object([
      ("name", .string(name)), ("points", .number(points)), ("maximum", .number(maximum)),
      ("holds", .bool(holds)), ("messages", .array(messages.map(JSONValue.string))),
      (
        "diagnosis",
        .array(
          diagnoses.map { .object([("id", .string($0.id)), ("text", .string($0.text))]) })
      ),
    ])
  }
}
