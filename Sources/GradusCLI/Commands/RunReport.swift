import Glibc
import Language
import Reporting

/// Where what happens in a run is told.
protocol RunReport: AnyObject {
  /// Tells an event.
  func present(_ event: Event)
  /// Lets everything be seen that was told so far.
  func flush()
}

/// A run told in words: results on standard output, diagnostics on standard error.
final class WordReport: RunReport {
  private let session: Session
  private let presenter: TextPresenter
  private let page: Page
  private let errorPage: Page
  private let output = Output.results()
  private let errors = Output.diagnostics()
  private let isWatched: Bool
  private let progress: ProgressLine?

  init(_ session: Session, _ choice: Page.Choice) {
    self.session = session
    page = Page(choice, of: STDOUT_FILENO)
    errorPage = Page(choice, of: STDERR_FILENO)
    presenter = TextPresenter(
      session, numbers: page.numbers, typeset: !page.ascii, width: page.width)
    isWatched = output.isTerminal
    progress = ProgressLine(choice)
    session.tellsProgress = progress != nil
    if isWatched { presenter.mostEpochs = ProgressLine.mostEpochs }
  }

  func present(_ event: Event) {
    if case .progress(let report) = event {
      progress?.show(report)
      return
    }
    switch event {
    case .trained, .search: progress?.clear()
    default: break
    }
    if case .diagnostic(let diagnostic) = event {
      progress?.hide()
      output.flush()
      let document = DiagnosticRenderer(for: errorPage.renderer)
        .document(diagnostic, in: session.sources)
      errors.write(errorPage.renderer.text(document))
      errors.flush()
      return
    }
    let renderer = page.renderer
    presenter.present(event) { document in
      progress?.hide()
      output.write(renderer.text(document))
      leaveIfAsked(after: event)
    }
    if isWatched { output.flush() }
  }

  func flush() { output.flush() }
}

/// A run told as JSON lines on standard output, diagnostics among them.
final class JSONReport: RunReport {
  private let session: Session
  private let output = Output.results()

  init(_ session: Session) { self.session = session }

  func present(_ event: Event) {
    JSONPresenter(sources: session.sources).present(event) { object in
      output.write(object.text)
      output.write("\n")
      leaveIfAsked(after: event)
    }
  }

  func flush() { output.flush() }
}

extension RunReport {
  /// Leaves in the middle of a long pass if a person wants that; between two statements the
  /// session notices by itself.
  ///
  /// What a training or a search came to is told to its end, with why it was stopped.
  fileprivate func leaveIfAsked(after event: Event) {
    guard Interruption.isRequested else { return }
    switch event {
    case .trained, .trial, .search, .diagnostic: return
    default: break
    }
    flush()
    exit(ExitStatus.interrupted.rawValue)
  }
}

/// A run of which only what is wrong is told.
final class QuietReport: RunReport {
  private let report: any RunReport

  init(_ report: any RunReport) { self.report = report }

  func present(_ event: Event) {
    if case .diagnostic = event { report.present(event) }
  }

  func flush() { report.flush() }
}
