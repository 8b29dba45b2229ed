import Reporting

/// Holds what a lesson shows to a window of 80 columns and 24 rows, in which it is read.
struct WindowCheck {
  private(set) var faults: [DocumentFault] = []

  /// A window as a terminal has it at first.
  private static let (columns, rows) = (80, 24)
  /// Rows that are not the lesson's: the blank one above, and the prompt.
  private static let otherRows = 2
  /// What is printed stands in from the edge so far.
  private static let indent = 2

  /// Looks at every screen, its cells as they print at the prompt.
  mutating func look(at lesson: Lesson, isInterrupted: @escaping @Sendable () -> Bool) {
    let source = lesson.notebook.source
    let reading = LessonReading(
      lesson, width: Self.columns - Self.indent, isInterrupted: isInterrupted)
    for stop in reading.stops {
      switch stop.part {
      case .prose(let prose):
        let title = lesson.screens[stop.screen - 1].title
        let words = "screen \(stop.screen)" + (title.map { ", '\($0)'," } ?? "")
        look(at: prose, words, in: source, line: Self.line(of: title, in: source))
      case .cell(let cell):
        look(at: reading.document(of: cell), "cell \(cell.number)", in: source, line: cell.line)
      case .exercise: continue
      }
    }
  }

  /// Looks at a task as it is set.
  mutating func look(at exercise: Exercise, isInterrupted: @escaping @Sendable () -> Bool) {
    let task = exercise.document(
      width: Self.columns - Self.indent, isInterrupted: isInterrupted)
    look(at: task, "the task", in: exercise.task.source, line: 1)
  }

  private mutating func look(
    at document: Document, _ what: String, in source: SourceText, line: Int
  ) {
    let lines = TextRenderer(width: Self.columns).text(document)
      .split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    let room = Self.rows - Self.otherRows
    if lines.count > room {
      faults.append(
        DocumentFault(
          source, "\(what) has \(lines.count) lines, and a window has room for \(room)",
          "part it, or shorten it", line: line))
    }
    if let widest = lines.map({ String($0).displayWidth }).max(), widest > Self.columns {
      faults.append(
        DocumentFault(
          source, "\(what) is \(widest) columns wide, and a window \(Self.columns)",
          "shorten its longest line", line: line))
    }
  }

  /// The line of a heading; the first if there is none.
  private static func line(of title: String?, in source: SourceText) -> Int {
    let lines = source.text(0..<source.bytes.count)
      .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let place = title.flatMap { title in
      lines.firstIndex { $0.hasPrefix("##") && $0.hasSuffix(title) }
    }
    return place.map { $0 + 1 } ?? 1
  }
}
