import Autodiff
import Pictures
public import Reporting
import Training

/// Events as documents for a person to read.
///
/// A pass of a million steps is handed over step by step, so that nothing has to wait for its end.
public final class TextPresenter {
  /// How numbers are written.
  public var numbers: NumberStyle
  /// False where nothing but ASCII may be shown.
  public var typeset: Bool
  /// The columns of the page.
  public var width: Int
  /// The rows of the window, where what does not fit is told in fewer lines; nil where there is none.
  public var rows: Int?
  /// About how many epochs of a training, or steps of a minimization, are shown where the program
  /// does not say; nil for all of them.
  public var mostEpochs: Int?
  /// The most steps of a pass that are shown at once; nil for all of them.
  public var mostSteps: Int?
  /// Asked before each step of a pass; true leaves the rest of them out.
  public var isStopped: () -> Bool = { false }
  /// Whether the lines of a text mean something to the reader, who knows it by this name.
  public var hasLines: (String) -> Bool = { !$0.hasPrefix("<input") }
  private let session: Session
  private var lineTables: [String: LineTable] = [:]

  /// A presenter for the events of a session.
  public init(
    _ session: Session, numbers: NumberStyle = NumberStyle(), typeset: Bool = true, width: Int = 80
  ) {
    self.session = session
    self.numbers = numbers
    self.typeset = typeset
    self.width = width
  }

  /// Hands over each part of what an event says.
  public func present(_ event: Event, _ write: (Document) -> Void) {
    switch event {
    case .defined(let definition): write(document(definition))
    case .value(let report): write(document(report))
    case .forward(let pass): ForwardText(pass, self).write(write)
    case .backward(let pass): BackwardText(pass, self).write(write)
    case .walk(let pass):
      ForwardText(pass, self).write(write)
      BackwardText(pass, self).write(write)
    case .quiz(let report): write(document(report))
    case .update(let report):
      if isShown(report.step, of: report.steps, report.isThinned) { write(document(report)) }
    case .epoch(let report):
      if isShown(report.epoch.epoch, of: report.epochs, report.isThinned) {
        write(document(report))
      }
    case .progress, .trial: return
    case .trained(let report): write(document(report))
    case .search(let report): write(document(report))
    case .explained(let report): write(document(report))
    case .flow(let report): write(document(report))
    case .compared(let report): write(document(report))
    case .rewound(let report): write(document(report))
    case .explainedUpdate(let report): write(document(report))
    case .plot(let report, let file):
      if file == nil { write(document(report)) }
    case .check(let report): write(document(report))
    case .expect(let report): write(document(report))
    case .claim(let report): write(document(report))
    case .drawing(let report):
      guard report.file == nil else { return }
      let picture = GraphPicture(
        tape: report.pass.tape, graph: report.pass.graph, title: report.pass.name)
      write(picture.document(width: width, digits: min(numbers.digits, 5), ascii: !typeset))
    case .diagnostic(let diagnostic): write(document(diagnostic))
    }
  }

  /// A diagnostic with the text it is about.
  public func document(_ diagnostic: Diagnostic) -> Document {
    DiagnosticRenderer(width: width, ascii: !typeset).document(diagnostic, in: session.sources)
  }

  /// Whether a document fits the window, with the prompt below it.
  func fits(_ document: Document) -> Bool {
    guard let rows else { return true }
    return TextRenderer(width: width).text(document).utf8.count { $0 == UInt8(ascii: "\n") } < rows
  }

  // MARK: Words

  var names: FormulaStyle { FormulaStyle(.names, numbers: numbers, typeset: typeset) }
  var substituted: FormulaStyle { FormulaStyle(.numbers, numbers: numbers, typeset: typeset) }

  func number(_ value: Double) -> String {
    // The sign of a 0 says nothing here; in a formula, such as 1/(-0), it is kept.
    let text = numbers.text(value == 0 ? 0 : value)
    return typeset ? text.withMinusSigns : text
  }

  /// A number as a factor of a product: in parentheses if it is negative.
  func factor(_ value: Double) -> String {
    value.sign == .minus && !value.isNaN && value != 0 ? "(\(number(value)))" : number(value)
  }

  /// A local derivative as a factor of a product: in parentheses unless it is a single thing.
  func factor(_ formula: Formula, _ style: FormulaStyle) -> String {
    formula.text(style, inside: .power)
  }

  var times: String { typeset ? " · " : " * " }

  /// What a node is called, typeset like a formula.
  func title(of node: NodeID, in graph: Graph) -> String {
    graph.title(of: node, typeset: typeset)
  }

  /// The derivative of one thing with respect to another, by name: `dL/dw`, `d/d(a + b)`.
  func derivative(of output: String, by name: String) -> String {
    DerivativeName.text(of: output, by: name)
  }

  /// Where the program says what a node is: `line 4`, or nothing at a prompt.
  func place(of node: NodeID, in graph: Graph) -> StyledText {
    line(of: node, in: graph).map { StyledText("line \($0)", .muted) } ?? StyledText()
  }

  /// The line of the program that says what a node is; nil at a prompt.
  func line(of node: NodeID, in graph: Graph) -> Int? {
    let range = graph.range(of: node)
    guard range != .none, let (text, base) = session.sources.source(at: range.start),
      hasLines(text.name)
    else { return nil }
    let table =
      lineTables[text.name]
      ?? {
        let table = LineTable(text)
        lineTables[text.name] = table
        return table
      }()
    return table.line(of: Int(range.start - base))
  }
}
