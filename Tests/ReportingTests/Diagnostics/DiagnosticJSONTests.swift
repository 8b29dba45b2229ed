import Reporting
import Testing

@Suite("A diagnostic as JSON")
struct DiagnosticJSONTests {
  @Test("Places, fixes and notes have their fields")
  func fields() {
    let program = MarkedProgram("x = 1\ny = ‹tanhh›(x)\n")
    let diagnostic = Diagnostic(
      .error, "unknown-name", "there is nothing called 'tanhh'", at: program.range,
      notes: ["see ':help'"], fixes: [.init("write 'tanh'", replacing: program.range, with: "tanh")]
    )
    #expect(
      diagnostic.jsonValue(in: program.map).text
        == #"{"type":"diagnostic","severity":"error","id":"unknown-name","#
        + #""message":"there is nothing called 'tanhh'","file":"neuron.grad","#
        + #""line":2,"column":5,"end_line":2,"end_column":10,"#
        + #""fixes":[{"message":"write 'tanh'","line":2,"column":5,"end_line":2,"#
        + #""end_column":10,"replacement":"tanh"}],"notes":["see ':help'"]}"#)
  }

  @Test("A diagnostic about no text has null for its place")
  func noPlace() {
    let diagnostic = Diagnostic(.warning, "seed-missing", "the runs differ", at: .none)
    #expect(
      diagnostic.jsonValue(in: SourceMap()).text
        == #"{"type":"diagnostic","severity":"warning","id":"seed-missing","#
        + #""message":"the runs differ","file":null,"line":null,"column":null,"#
        + #""end_line":null,"end_column":null,"fixes":[],"notes":[]}"#)
  }
}
