import Reporting
import Testing

@Suite("A diagnostic as a person reads it")
struct DiagnosticRendererTests {
  @Test("Message, place, underlined text, notes and fixes follow each other")
  func wholeDiagnostic() {
    let program = MarkedProgram("x = 1\nw = 2\nb = 3\ny = ‹tanhh›(w*x + b)\n")
    let diagnostic = Diagnostic(
      .error, "unknown-name", "there is nothing called 'tanhh'; did you mean 'tanh'?",
      at: program.range, notes: ["names are defined before they are used"],
      fixes: [.init("write 'tanh'", replacing: program.range, with: "tanh")])
    let document = DiagnosticRenderer().document(diagnostic, in: program.map)
    #expect(
      TextRenderer().text(document) == """
        error: there is nothing called 'tanhh'; did you mean 'tanh'?
          --> neuron.grad:4:5
           4 │ y = tanhh(w*x + b)
             │     ~~~~~
           = note: names are defined before they are used
           = fix: write 'tanh'

        """)
    #expect(
      TextRenderer(color: true).text(document) == """
        \u{1B}[38;5;160merror\u{1B}[0m: there is nothing called 'tanhh'; did you mean 'tanh'?
        \u{20} \u{1B}[2m--> \u{1B}[0mneuron.grad:4:5
        \u{1B}[2m   4 │ \u{1B}[0my = tanhh(w*x + b)
        \u{1B}[2m     │ \u{1B}[0m\u{1B}[38;5;160m    ~~~~~\u{1B}[0m
           \u{1B}[2m= \u{1B}[0m\u{1B}[1mnote\u{1B}[0m: names are defined before they are used
           \u{1B}[2m= \u{1B}[0m\u{1B}[1mfix\u{1B}[0m: write 'tanh'

        """)
  }

  @Test("A diagnostic about no text has no excerpt")
  func noText() {
    let diagnostic = Diagnostic(
      .warning, "seed-missing", "the runs differ", at: .none, notes: ["set a seed"])
    #expect(
      TextRenderer().text(DiagnosticRenderer().document(diagnostic, in: SourceMap())) == """
        warning: the runs differ
           = note: set a seed

        """)
  }

  @Test("A place without width gets one caret")
  func zeroLength() {
    #expect(
      MarkedProgram("y = (1 + 2‹›\nz = 3").rendered() == """
        error: look here
          --> neuron.grad:1:11
           1 │ y = (1 + 2
             │           ^

        """)
  }

  @Test(
    "A place at the end of the file is shown",
    arguments: [
      ("y = ‹›", "1:5", "   1 │ y =\n     │     ^"),
      ("y = 1\n‹›", "2:1", "   2 │\n     │ ^"),
      ("‹›", "1:1", "   1 │\n     │ ^"),
    ])
  func endOfFile(program: String, place: String, excerpt: String) {
    #expect(
      MarkedProgram(program).rendered()
        == "error: look here\n  --> neuron.grad:\(place)\n\(excerpt)\n")
  }

  @Test("A range that reaches past its file stops at the file's end")
  func beyondTheEnd() {
    #expect(
      MarkedProgram(bytes: Array("abc".utf8), marking: 1..<90).rendered() == """
        error: look here
          --> neuron.grad:1:2
           1 │ abc
             │  ~~

        """)
  }

  @Test("Of a range over several lines the first and the last are shown")
  func severalLines() {
    #expect(
      MarkedProgram("n = ‹[\n  1\n  2\n  3] + 4› + 5").rendered() == """
        error: look here
          --> neuron.grad:1:5
           1 │ n = [
             │     ~
         ... │
           4 │   3] + 4 + 5
             │   ~~~~~~

        """)
    #expect(
      MarkedProgram("a = ‹f(1,\n2)›\n").rendered() == """
        error: look here
          --> neuron.grad:1:5
           1 │ a = f(1,
             │     ~~~~
           2 │ 2)
             │ ~~

        """)
  }

  @Test("A range that ends with its line break stays on its line")
  func lineBreakAtTheEnd() {
    #expect(
      MarkedProgram("a = ‹f(1)\n›b = 2").rendered() == """
        error: look here
          --> neuron.grad:1:5
           1 │ a = f(1)
             │     ~~~~

        """)
  }

  @Test("A file's name stays on its line, whatever is in it")
  func fileNames() {
    #expect(
      MarkedProgram("‹x›", file: "a\nerror: \u{1B}[2J").rendered() == """
        error: look here
          --> a\\u{A}error: \\u{1B}[2J:1:1
           1 │ x
             │ ~

        """)
  }

  @Test("Large line numbers move the bar")
  func largeLineNumbers() {
    let lines = MarkedProgram(String(repeating: "\n", count: 12344) + "x‹y›").rendered()
      .split(separator: "\n").dropFirst(2)
    #expect(lines.joined(separator: "\n") == "12345 │ xy\n      │  ~")
  }

  @Test("A diagnostic says what it is by its severity")
  func severities() {
    for (severity, word) in [
      (Diagnostic.Severity.error, "error"), (.warning, "warning"), (.note, "note"),
    ] {
      let diagnostic = Diagnostic(severity, "id", "look", at: .none)
      let document = DiagnosticRenderer().document(diagnostic, in: SourceMap())
      #expect(TextRenderer().text(document) == "\(word): look\n")
    }
  }
}
