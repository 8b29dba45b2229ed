public import Reporting

extension Lesson {
  /// The names of its exercises in the whole course: `05-mean-squared-error/01-slope`.
  public var exerciseNames: [String] { exercises.map { "\(name)/\($0)" } }

  /// How many stops it has.
  public var stopCount: Int { screens.flatMap(\.parts).count { !$0.isHidden } }

  /// Whether a learner has come to its end.
  public func isRead(_ progress: Progress) -> Bool { progress.reached[name] ?? 0 > stopCount }

  /// How many of its exercises a learner has passed, in words.
  public func score(_ progress: Progress) -> Document {
    let passed = exerciseNames.count { progress.results[$0]?.isFull ?? false }
    guard !exercises.isEmpty else { return Document() }
    return Document(
      StyledText("\(passed) of \(exercises.count)", .number)
        + StyledText(exercises.count == 1 ? " exercise passed" : " exercises passed"))
  }

  /// What it is about, and what is on its screens; `screen` is the one that is shown.
  public func contents(_ progress: Progress, at screen: Int?) -> Document {
    var document = Document(StyledText(title, .heading) + StyledText("  \(minutes) min", .muted))
    document.add(StyledText(summary))
    if !needs.isEmpty {
      document.add(StyledText("builds on \(needs.joined(separator: ", "))", .muted))
    }
    for idea in teaches { document.add(Paragraph(StyledText(idea), first: "  • ", rest: "    ")) }
    var table = Table([.left, .right])
    for (place, part) in screens.enumerated() {
      let mark = StyledText(screen == place + 1 ? "▸" : " ")
      table.rows.append(
        [mark, StyledText("\(place + 1)", .number), StyledText(part.title ?? "The beginning")])
      for case .exercise(let exercise) in part.parts {
        table.rows.append(
          [" ", "", progress.mark(of: "\(name)/\(exercise)") + StyledText(exercise, .name)])
      }
    }
    document.add(table)
    return document
  }
}

extension Progress {
  /// A sign for what was done of an exercise: passed, skipped, tried, or nothing yet.
  public func mark(of exercise: String) -> StyledText {
    guard let result = results[exercise] else { return StyledText("· ", .muted) }
    if result.isFull { return StyledText("✓ ", .good) }
    return result.isSkipped ? StyledText("» ", .muted) : StyledText("✗ ", .bad)
  }

  /// The lessons, each with what was done of it.
  public func overview(of lessons: [Lesson]) -> Document {
    var table = Table([.left, .right])
    for lesson in lessons {
      let passed = lesson.exerciseNames.count { results[$0]?.isFull ?? false }
      let mark =
        lesson.isRead(self)
        ? StyledText("✓", .good) : StyledText(reached[lesson.name] == nil ? " " : "▸")
      table.rows.append([
        mark, StyledText("\(lesson.number)", .number), StyledText(lesson.title, .heading),
        StyledText("\(passed) of \(lesson.exercises.count)", .muted),
      ])
    }
    var document = Document()
    document.add(table)
    return document
  }

  /// What was done of each exercise of some lessons.
  public func results(of lessons: [Lesson]) -> Document {
    var table = Table([.left, .right])
    for exercise in lessons.flatMap(\.exerciseNames) {
      let points = results[exercise].map {
        "\(Report.text($0.points)) of \(Report.text($0.maximum))"
          + ($0.isSkipped ? ", skipped" : "") + ($0.hint.map { ", hint: \($0.name)" } ?? "")
      }
      table.rows.append(
        [mark(of: exercise) + StyledText(exercise, .name), StyledText(points ?? "", .muted)])
    }
    var document = Document()
    document.add(table)
    return document
  }
}
