import ArgumentParser
import Autodiff
import Language
import Pictures
import Reporting

/// A form in which the graph of a pass can be drawn.
enum Drawing: String, CaseIterable, ExpressibleByArgument {
  /// For Graphviz.
  case dot
  /// For Markdown that draws Mermaid.
  case mermaid
  /// A picture.
  case svg

  /// A drawing that cannot be made, and how the program ends because of it.
  struct Failure: Error {
    let status: ExitStatus
    let diagnostic: Diagnostic
  }

  /// The ending of a file of this form.
  var ending: String { self == .mermaid ? "mmd" : rawValue }

  /// The form that a file's name asks for.
  init(toFile file: String) throws(Failure) {
    let ending = file.split(separator: "/").last?.split(separator: ".").dropFirst().last ?? ""
    guard let form = Drawing.allCases.first(where: { $0.ending == ending.lowercased() }) else {
      let known = Drawing.allCases.map { ".\($0.ending)" }.joined(separator: ", ")
      throw Failure(
        status: .programError,
        diagnostic: Diagnostic(
          "drawing-form", "the name '\(file)' does not say in what form to draw", at: .none,
          notes: ["a file that is drawn to ends in one of \(known)"]))
    }
    self = form
  }

  /// Draws a pass to a file, which is either all there or as it was before.
  func write(_ pass: Pass, to file: String) throws(Failure) {
    let text = try text(of: pass)
    do throws(SystemError) {
      try AtomicFile.write(text, to: file)
    } catch {
      throw Failure(
        status: .cannotWrite,
        diagnostic: Diagnostic(
          "cannot-write", "cannot write '\(file)': \(error.words)", at: .none))
    }
  }

  /// The drawing as text.
  func text(of pass: Pass) throws(Failure) -> String {
    guard self == .dot else {
      throw Failure(
        status: .software,
        diagnostic: Diagnostic("cannot-draw", "cannot draw \(rawValue) yet", at: .none))
    }
    var text = "digraph {\n"
    for node in pass.tape.forwardNodes {
      for operand in pass.graph.operands(of: node) {
        text += "  \"\(pass.graph.title(of: operand))\" -> \"\(pass.graph.title(of: node))\"\n"
      }
    }
    return text + "}\n"
  }
}
