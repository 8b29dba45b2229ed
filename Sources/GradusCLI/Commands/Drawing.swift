import ArgumentParser
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

  /// Plots to a file, which is either all there or as it was before.
  static func write(_ report: PlotReport, to file: String) throws(Failure) {
    let ending = file.split(separator: "/").last?.split(separator: ".").dropFirst().last ?? ""
    guard ending.lowercased() == Drawing.svg.ending else {
      throw Failure(
        status: .programError,
        diagnostic: Diagnostic(
          "drawing-form", "the name '\(file)' does not say in what form to plot", at: .none,
          notes: ["a file that is plotted to ends in .svg"]))
    }
    try write(report.svg(), to: file)
  }

  /// Draws a pass to a file, which is either all there or as it was before.
  func write(_ pass: Pass, to file: String) throws(Failure) {
    try Drawing.write(text(of: pass), to: file)
  }

  private static func write(_ text: String, to file: String) throws(Failure) {
    do throws(SystemError) {
      try AtomicFile.write(text, to: file)
    } catch {
      throw Failure(
        status: .cannotWrite,
        diagnostic: Diagnostic(
          "cannot-write", "cannot write '\(file)': \(error.words)", at: .none))
    }
  }

  /// Draws what a program asks for; says what went wrong.
  static func draw(_ report: DrawingReport, to file: String) -> Diagnostic? {
    do throws(Failure) {
      try Drawing(toFile: file).write(report.pass, to: file)
      return nil
    } catch {
      return error.diagnostic
    }
  }

  /// Plots what a program asks for; says what went wrong.
  static func plot(_ report: PlotReport, to file: String) -> Diagnostic? {
    do throws(Failure) {
      try write(report, to: file)
      return nil
    } catch {
      return error.diagnostic
    }
  }

  /// The drawing as text.
  func text(of pass: Pass) -> String {
    let picture = GraphPicture(tape: pass.tape, graph: pass.graph, title: pass.name)
    return switch self {
    case .dot: picture.dot()
    case .mermaid: picture.mermaid()
    case .svg: picture.svg()
    }
  }
}
