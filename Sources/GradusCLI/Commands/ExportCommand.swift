import ArgumentParser
import Language
import Reporting
import Teaching

/// Runs a program and writes the graph of one of its values in another form.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write a result, or the program's trainings, for another program.",
    discussion: """
      A graph is written with its values and gradients. For pytorch, every 'train' and 'minimize' \
      becomes a part of a Python script that trains the same in PyTorch and compares every loss.

      What the program itself shows is left out; what is wrong with it is said.
      """)

  /// A form to write.
  enum Form: String, CaseIterable, ExpressibleByArgument {
    case dot, mermaid, svg, html, json, pytorch
  }

  @OptionGroup var program: ProgramArgument

  @Option(
    help: """
      The form; html is a page in which both passes can be stepped through; json every step of \
      them, one object a line; pytorch a script.
      """)
  var to: Form

  @Option(
    name: .customLong("of"),
    help: ArgumentHelp(
      "The value; unless given, what the program goes backward from last, or else defines last.",
      valueName: "name"))
  var value: String?

  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp("A file, instead of standard output.", valueName: "file"),
    completion: .file())
  var output: String?

  @OptionGroup(title: "How messages look") var page: PageOptions

  @OptionGroup(title: "What it may use") var limits: LimitOptions

  func run() throws {
    let text = try program.read()
    let page = page.choice
    let run = ProgramRun(limits: limits.limits, remembers: true) {
      QuietReport(WordReport($0, page))
    }
    run.walk = { _ in true }
    if to == .pytorch { run.session.recordScript() }
    let result = LastResult(of: run)
    var warnings = Document()
    let watched = run.watch
    run.watch = { event in
      watched(event)
      if case .diagnostic(let diagnostic) = event, diagnostic.severity != .error {
        warnings.add(
          DiagnosticRenderer(for: TextRenderer(width: 80))
            .document(diagnostic, in: run.session.sources))
      }
    }
    let status = run.run(text)
    guard status == .done || status == .failed else { throw status.code }
    let written: String
    do throws(Drawing.Failure) {
      if to == .pytorch {
        written = try script(of: text.name, in: run)
      } else {
        let pass = try pass(in: run, result)
        written = to == .html ? self.page(text, pass, in: run, warnings) : self.text(of: pass)
      }
    } catch {
      run.tell(.diagnostic(error.diagnostic))
      throw error.status.code
    }
    try write(written)
  }

  private func pass(in run: ProgramRun, _ result: LastResult) throws(Drawing.Failure) -> Pass {
    var complaint = Diagnostic(
      "no-result", "the program defines no value that depends on an input or a param", at: .none,
      notes: ["'--of' names what to export"])
    let pass = value.map { run.session.pass(for: $0) { complaint = $0 } } ?? result.pass()
    guard let pass else { throw Drawing.Failure(status: .programError, diagnostic: complaint) }
    return pass
  }

  private func page(
    _ program: SourceText, _ pass: Pass, in run: ProgramRun, _ warnings: Document
  ) -> String {
    let walk = RecordedWalk(
      pass, .both, TextPresenter(run.session), limit: ProgramPage.mostStops)
    return ProgramPage(program, walk, messages: warnings).text
  }

  private func text(of pass: Pass) -> String {
    switch to {
    case .dot: return Drawing.dot.text(of: pass)
    case .mermaid: return Drawing.mermaid.text(of: pass)
    case .svg: return Drawing.svg.text(of: pass)
    case .json:
      var lines = ""
      JSONPresenter(sources: SourceMap()).present(.walk(pass)) { object in
        object.write(to: &lines)
        lines += "\n"
      }
      return lines
    case .html, .pytorch: return ""
    }
  }

  private func script(of program: String, in run: ProgramRun) throws(Drawing.Failure) -> String {
    if let script = run.session.script(of: program) { return script }
    throw Drawing.Failure(
      status: .programError,
      diagnostic: Diagnostic(
        "no-training", "the program trains nothing that PyTorch could train", at: .none,
        notes: ["a script is written of 'train' and 'minimize'"]))
  }

  private func write(_ text: String) throws {
    guard let output, output != "-" else {
      let results = Output.results()
      results.write(text)
      results.flush()
      return
    }
    do throws(SystemError) {
      try AtomicFile.write(text, to: output)
    } catch {
      try Complaint.leave(
        .cannotWrite, "cannot write '\(output.sanitizedLine)': \(error.words)")
    }
  }
}
