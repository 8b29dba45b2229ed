import Glibc
import Language
import Reporting

/// Runs a program from the command line: what happens is told, and the end becomes an exit status.
final class ProgramRun {
  /// The session the program runs in.
  let session: Session
  /// What happens to a pass that is to be walked; false if it is told like any other event.
  var walk: (Pass) -> Bool = { _ in false }
  /// What happens to a quiz; false if it is told like any other event.
  var ask: (QuizReport) -> Bool = { _ in false }
  /// Sees each event before it is told.
  var watch: (Event) -> Void = { _ in }

  private let report: any RunReport
  private var hasFailed = false

  /// A run that has not begun; `remembers` if it is to be known what the program defined.
  init(
    limits: Limits, remembers: Bool = false, report: (Session) -> any RunReport
  ) {
    Interruption.install()
    session = Session(
      limits: limits, keepsHistory: remembers, isInterrupted: { Interruption.isRequested })
    self.report = report(session)
  }

  /// Runs a program to its end or its first error.
  func run(_ program: SourceText) -> ExitStatus {
    let outcome = session.run(program, handle)
    report.flush()
    switch outcome {
    case .finished: return hasFailed ? .failed : .done
    case .failed: return .programError
    case .interrupted: return .interrupted
    }
  }

  /// Tells something that happened after the program.
  func tell(_ event: Event) {
    report.present(event)
    report.flush()
  }

  private func handle(_ event: Event) {
    watch(event)
    switch event {
    // What a definition made is shown at a prompt only.
    case .defined: return
    case .expect(let outcome): hasFailed = hasFailed || !outcome.holds
    case .claim(let outcome): hasFailed = hasFailed || !outcome.holds
    case .check(let outcome): hasFailed = hasFailed || !outcome.holds
    case .walk(let pass):
      report.flush()
      if walk(pass) { return }
    case .quiz(let quiz):
      report.flush()
      if ask(quiz) { return }
    case .drawing(let drawing):
      if let file = drawing.file {
        save { () throws(Drawing.Failure) in try Drawing(toFile: file).write(drawing.pass, to: file)
        }
      }
    case .plot(let plot, let file):
      if let file { save { () throws(Drawing.Failure) in try Drawing.write(plot, to: file) } }
    case .value, .forward, .backward, .update, .epoch, .progress, .trained, .trial, .search,
      .explained, .flow, .compared, .rewound, .explainedUpdate, .diagnostic:
      break
    }
    report.present(event)
  }

  private func save(_ write: () throws(Drawing.Failure) -> Void) {
    do throws(Drawing.Failure) {
      try write()
    } catch {
      report.present(.diagnostic(error.diagnostic))
      report.flush()
      exit(error.status.rawValue)
    }
  }
}
