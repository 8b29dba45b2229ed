import CMarkdown
import Language
import Pictures
import Reporting

/// A notebook that has run, as a page: its prose, its cells, what they printed, pictures, and
/// steppers.
///
/// What a verb prints step by step can be stepped through: `forward`, `backward`, `step`. What
/// `draw` and `plot` show is a picture.
public struct NotebookPage {
  private let run: NotebookRun
  private var steppers = 0
  private var pictures = 0
  private var body: HTML = ""

  /// The page of a run whose runner kept the pieces of what it printed.
  public init(_ run: NotebookRun) {
    self.run = run
    write()
  }

  /// The page as text; the same bytes for the same outputs.
  public var text: String {
    HTMLPage(title: title, body: body, hasSteppers: steppers > 0).text
  }

  /// How many tapes can be stepped through in it.
  public var stepperCount: Int { steppers }

  private var title: String {
    let notebook = run.notebook
    if case .scalar(let title)? = notebook.frontMatter?.value("title") { return title.text }
    if let heading = notebook.headings.first { return Mathematics.shown(heading) }
    return notebook.source.name.split(separator: "/").last.map(String.init) ?? "Notebook"
  }

  private mutating func write() {
    let notebook = run.notebook
    var cells: [Int: Cell] = [:]
    var outputs: Set<Int> = []
    for cell in notebook.cells {
      cells[cell.fence.opening] = cell
      if let output = cell.output { outputs.insert(output.opening) }
      if let picture = cell.picture { outputs.insert(picture.opening) }
    }
    var results: [Int: NotebookRun.Result] = [:]
    for result in run.results { results[result.cell.number] = result }
    var prose = HTMLProse()
    let tree = notebook.proseTree
    for block in tree.blocks {
      let line = MarkdownTree.lines(of: block).first
      if let cell = cells[line] {
        if !cell.attributes.isHidden { write(cell, results[cell.number]) }
      } else if !outputs.contains(line) {
        body += prose.html(of: block)
      }
    }
  }

  private mutating func write(_ cell: Cell, _ result: NotebookRun.Result?) {
    var program = cell.program
    while program.hasSuffix("\n") { program.removeLast() }
    body += "<pre class=\"code\"><code>\(HTML(highlighted(program)))</code></pre>\n"
    guard let result else { return }
    var lines: [String] = []
    for piece in result.pieces {
      if let picture = picture(of: piece) {
        flush(&lines, result)
        body += picture
      } else {
        lines += piece.lines
      }
      if case .flow(let report) = piece.event, let plot = report.plot {
        flush(&lines, result)
        body += self.plot(.curves(plot))
      }
    }
    flush(&lines, result)
    if let shown = result.shown, let picture = picture(of: shown) { body += picture }
  }

  private mutating func flush(_ lines: inout [String], _ result: NotebookRun.Result) {
    guard !lines.isEmpty else { return }
    let name: HTML = result.hasFailed ? "output failed" : "output"
    body += "<pre class=\"\(name)\">\(lines.joined(separator: "\n"))</pre>\n"
    lines = []
  }

  /// What stands in the place of a piece of output; nil where its lines do.
  private mutating func picture(of piece: CellRunner.Piece) -> HTML? {
    if let walk = piece.walk, !walk.stops.isEmpty {
      steppers += 1
      return Stepper(walk, name: nextName()).html
    }
    return picture(of: piece.event)
  }

  private mutating func picture(of event: Event) -> HTML? {
    if case .plot(let report, _) = event { return plot(report) }
    guard case .drawing(let report) = event else { return nil }
    let picture = GraphPicture(
      tape: report.pass.tape, graph: report.pass.graph, title: report.pass.name)
    let shown = picture.picture(numbers: NumberStyle(digits: 5), name: nextName())
    return """
      <div class="picture">
      \(HTML(trusting: shown.svg))</div>
      <p class="legend">\(shown.caption)</p>

      """
  }

  private mutating func plot(_ report: PlotReport) -> HTML {
    let svg = report.svg(name: nextName(), isForPage: true)
    return "<div class=\"picture\">\n\(HTML(trusting: svg))</div>\n"
  }

  /// A name that no heading's anchor can have.
  private mutating func nextName() -> String {
    pictures += 1
    return "picture.\(pictures)"
  }
}
