import ArgumentParser
import Glibc
import Reporting
import Teaching

/// The program that a command is about.
struct ProgramArgument: ParsableArguments {
  @Argument(
    help: "A program, or '-' for standard input.", completion: .file(extensions: ["grad"]))
  var file: String

  /// The program's text; if there is none to read, says why and leaves.
  func read() throws -> SourceText { try ProgramArgument.read(file) }

  /// The text of any file, in the same way.
  static func read(_ file: String) throws -> SourceText {
    do throws(ProgramFile.Failure) {
      return try ProgramFile.read(file)
    } catch {
      try Complaint.leave(.noInput, error.message)
    }
  }
}

/// Something that ends a command before it has begun.
enum Complaint {
  /// Says what is wrong on standard error and leaves.
  static func leave(_ status: ExitStatus, _ message: String) throws -> Never {
    tell(message)
    throw status.code
  }

  /// Says something on standard error, and goes on.
  static func tell(_ message: String) {
    let errors = Output.diagnostics()
    errors.write("gradus: \(message)\n")
    errors.flush()
  }

  /// Says everything that is wrong with a document, with the lines it is about.
  static func tell(_ fault: DocumentFault) { tell(fault.diagnostics, in: fault.sources) }

  /// Says what is wrong with some texts, or doubtful in them, with the lines it is about.
  static func tell(_ diagnostics: [Diagnostic], in sources: SourceMap) {
    let errors = Output.diagnostics()
    let renderer = Page(Page.Choice(), of: STDERR_FILENO).renderer
    for diagnostic in diagnostics {
      let document = DiagnosticRenderer(for: renderer).document(diagnostic, in: sources)
      errors.write(renderer.text(document))
    }
    errors.flush()
  }
}
