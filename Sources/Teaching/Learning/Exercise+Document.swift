import Language
public import Reporting

extension Exercise {
  /// The exercise as it is set for a learner: its task, with what its cells print, and what to begin
  /// with.
  public func document(
    for seed: String? = nil, width: Int = 80,
    isInterrupted: @escaping @Sendable () -> Bool = { false }
  ) -> Document {
    var document = Document()
    document.add(
      StyledText("Exercise: \(title)", .heading)
        + StyledText("  \(kind.rawValue), \(Report.text(maximum)) points", .muted))
    let runner = CellRunner(width: width, isInterrupted: isInterrupted)
    runner.folder = folder
    let task = (try? Notebook(filled(task.source, for: seed))) ?? self.task
    for part in Lesson.screens(of: task).flatMap(\.parts) {
      switch part {
      case .prose(let prose):
        document.addSpace()
        document.add(prose)
      case .cell(let cell):
        let printed = runner.run(cell).lines
        guard !cell.attributes.isHidden else { continue }
        document.addSpace()
        document.add(cell.document(printing: printed))
      case .exercise: continue
      }
    }
    document.addSpace()
    document.add(
      StyledText(
        kind.asksForAnswers ? "Type these lines, with your answers:" : "Begin with this:", .muted))
    document.add(Exercise.program(filled(start, for: seed)))
    return document
  }

  /// A program to read.
  public static func program(_ source: SourceText) -> Document {
    var text = source.text(0..<source.bytes.count)
    while text.hasSuffix("\n") { text.removeLast() }
    var document = Document()
    document.add(Paragraph(highlighted(text), first: "  ", rest: "  ", isVerbatim: true))
    return document
  }
}
