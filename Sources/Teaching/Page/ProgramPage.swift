public import Language
public import Reporting

/// A program and the walk through one of its passes, as a page.
public struct ProgramPage {
  /// The page as text.
  public let text: String

  /// The page of a program, and of a walk in whose words its lines are numbered.
  ///
  /// `messages` are what the program was warned of.
  public init(_ program: SourceText, _ walk: RecordedWalk, messages: Document = Document()) {
    let name = program.name.hasPrefix("<") ? walk.pass.name : program.name
    var words = String(decoding: program.bytes, as: UTF8.self)
    while words.hasSuffix("\n") { words.removeLast() }
    let body: HTML = """
      <h1>\(name)</h1>
      <pre class="code"><code>\(HTML(highlighted(words)))</code></pre>
      \(ProgramPage.warnings(messages))\(Stepper(walk, name: "picture.1").html)
      """
    text = HTMLPage(title: name, body: body, hasSteppers: !walk.stops.isEmpty).text
  }

  private static func warnings(_ messages: Document) -> HTML {
    guard !messages.blocks.isEmpty else { return "" }
    return "<pre class=\"output\">\(HTML.text(of: messages))</pre>\n"
  }

  /// The most stops that a page holds of one walk.
  public static let mostStops = Stepper.mostStops
}
