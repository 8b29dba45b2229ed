public import Language
public import Reporting

/// Runs the cells of one document, from top to bottom, in one session.
///
/// What a cell prints is what `gradus run` prints on a pipe: 80 columns, no colour, the diagnostics
/// among the results.
public final class CellRunner {
  /// The session of the document.
  public let session: Session
  /// Draws to a file what a cell draws there; says what went wrong.
  public var draw: (DrawingReport, _ file: String) -> Diagnostic? = { _, _ in nil }

  /// Plots to a file what a cell plots there; says what went wrong.
  public var plot: (PlotReport, _ file: String) -> Diagnostic? = { _, _ in nil }

  /// The folder of the document, to which the files its cells name are relative.
  public var folder: String {
    get { session.folder }
    set { session.folder = newValue }
  }

  /// Whether the outcome of a cell has the events behind what it printed.
  public var keepsPieces = false

  private let presenter: TextPresenter
  private let renderer: TextRenderer
  private var bytes = 0
  private var lines: [String] = []
  private var hasFailed = false
  private var current = ""
  private var pieces: [Piece] = []

  /// The most that is recorded of what a cell prints, in bytes.
  private static let mostOutput = 1 << 20

  /// What became of a cell.
  public struct Outcome: Sendable {
    /// What it printed, line by line.
    public var lines: [String]
    /// The events behind that, where they are kept.
    public var pieces: [Piece] = []
    /// What its picture shows, if it asks for one by an attribute.
    public var shown: Event?
    /// Whether it has an error, or a check, claim or expectation in it does not hold.
    public var hasFailed: Bool
    /// Whether a person stopped it.
    public var isInterrupted: Bool
  }

  /// Something that happened in a cell, and what was printed of it.
  public struct Piece: Sendable {
    /// What happened.
    public var event: Event
    /// What it printed, line by line.
    public var lines: [String]
    /// The steps, where it printed all steps of a pass.
    public var walk: RecordedWalk?
  }

  /// A runner over an empty session; what it prints has lines of so many columns.
  public init(
    limits: Limits = Limits(), width: Int = 80,
    isInterrupted: @escaping @Sendable () -> Bool = { false }
  ) {
    renderer = TextRenderer(width: width)
    session = Session(limits: limits, isInterrupted: isInterrupted)
    presenter = TextPresenter(session, width: renderer.width)
    presenter.isStopped = { [weak self] in isInterrupted() || self?.isFull ?? true }
    // The number of a line says nothing where the line stands in another cell.
    presenter.hasLines = { [weak self] in $0 == self?.current }
  }

  /// Runs a cell.
  public func run(_ cell: Cell) -> Outcome {
    (bytes, lines, hasFailed, current) = (0, [], false, cell.name)
    pieces = []
    let outcome = session.run(cell.source) { tell($0) }
    let shown = outcome == .interrupted ? nil : picture(of: cell)
    if isFull { lines.append("… more than a mebibyte was printed; the rest is left out") }
    return Outcome(
      lines: lines, pieces: pieces, shown: shown, hasFailed: hasFailed || outcome != .finished,
      isInterrupted: outcome == .interrupted)
  }

  private var isFull: Bool { bytes >= CellRunner.mostOutput }

  private func tell(_ event: Event) {
    hasFailed = hasFailed || event.error != nil || event.test?.holds == false
    if case .drawing(let report) = event, let file = report.file {
      keep(event, from: lines.count)
      if let diagnostic = draw(report, path(of: file)) { tell(.diagnostic(diagnostic)) }
      return
    }
    if case .plot(let report, let file?) = event {
      keep(event, from: lines.count)
      if let diagnostic = plot(report, path(of: file)) { tell(.diagnostic(diagnostic)) }
      return
    }
    let start = lines.count
    defer { keep(event, from: start) }
    presenter.present(withoutFolder(event)) { document in
      guard !isFull else { return }
      let text = renderer.text(document)
      bytes += text.utf8.count
      lines += text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        .map(String.init)
    }
  }

  /// What the cell's attribute `draw=` or `plot=` asks for; what is wrong with it is told.
  private func picture(of cell: Cell) -> Event? {
    let attributes = cell.attributes
    guard let words = attributes.draw.map({ "draw " + $0 }) ?? attributes.plot.map({ "plot " + $0 })
    else { return nil }
    var shown: Event?
    let text = SourceText(name: "<picture of cell \(cell.number)>", words)
    _ = session.run(text) { event in
      switch event {
      case .drawing, .plot: shown = event
      default: tell(event)
      }
    }
    return shown
  }

  private func keep(_ event: Event, from start: Int) {
    guard keepsPieces else { return }
    pieces.append(
      Piece(event: event, lines: Array(lines[start...]), walk: isFull ? nil : walk(of: event)))
  }

  private func walk(of event: Event) -> RecordedWalk? {
    switch event {
    case .forward(let pass) where pass.shown == .all: walk(pass, .forward)
    case .backward(let pass) where pass.shown == .all: walk(pass, .backward)
    case .walk(let pass) where pass.shown == .all: walk(pass, .both)
    default: nil
    }
  }

  private func walk(_ pass: Pass, _ passes: RecordedWalk.Passes) -> RecordedWalk {
    RecordedWalk(pass, passes, presenter, limit: Stepper.mostStops)
  }

  private func path(of file: String) -> String {
    file.hasPrefix("/") || folder.isEmpty ? file : "\(folder)/\(file)"
  }

  /// The event as it is told: where the document lies makes no output stale.
  private func withoutFolder(_ event: Event) -> Event {
    guard case .diagnostic(var diagnostic) = event, !folder.isEmpty else { return event }
    diagnostic.message = diagnostic.message.replacing("\(folder)/", with: "")
    diagnostic.notes = diagnostic.notes.map { $0.replacing("\(folder)/", with: "") }
    return .diagnostic(diagnostic)
  }
}
