import Glibc
import Language
import Pictures
import Reporting
import Training

/// The line at the foot of a terminal that tells how far a training is; written over again and
/// again, and gone when something else is to be shown.
final class ProgressLine {
  private let page: Page
  private let output = Output.diagnostics()
  private let clock = ContinuousClock()
  private var start: ContinuousClock.Instant?
  private var last: ContinuousClock.Instant?
  /// How much of the training was done when it was last heard of.
  private var fraction = 0.0
  private var losses: [Double] = []
  private var isShown = false

  /// About how many epochs are told one by one where a person watches.
  static let mostEpochs = 10

  /// How long a training goes on before anything is said, and how long between two lines.
  private static let pause = Duration.milliseconds(100)
  /// The most losses that the curve is drawn from; beyond, every second one is left out.
  private static let mostLosses = 400

  /// A line on standard error; nil if that is no terminal that can write over a line.
  init?(_ choice: Page.Choice) {
    guard isatty(STDERR_FILENO) == 1, getenv("TERM").map({ String(cString: $0) }) != "dumb" else {
      return nil
    }
    page = Page(choice, of: STDERR_FILENO)
  }

  /// Shows how far a training is, unless something was shown a moment ago.
  func show(_ report: TrainingProgress) {
    let now = clock.now
    let progress = report.progress
    if start == nil || progress.fraction < fraction { begin(now) }
    fraction = progress.fraction
    losses.append(progress.loss)
    if losses.count > Self.mostLosses {
      losses = losses.enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
    }
    guard let start, let last, last.duration(to: now) >= Self.pause else { return }
    self.last = now
    let spent = start.duration(to: now) / .seconds(1)
    let line = TrainingLine(
      unit: report.unit, epoch: progress.epoch, epochs: progress.epochs,
      fraction: progress.fraction,
      loss: progress.loss, learningRate: progress.lr.isNaN ? nil : progress.lr,
      rowsPerSecond: report.unit == "epoch" ? Double(progress.rows) / spent : nil,
      secondsLeft: progress.fraction > 0
        ? spent * (1 - progress.fraction) / progress.fraction : nil, losses: losses)
    var document = Document()
    document.add(line.text(width: page.width - 1, ascii: page.ascii, digits: 4))
    let text = page.renderer.text(document).filter { $0 != "\n" }
    output.write("\r\(text)\u{1B}[K")
    output.flush()
    isShown = true
  }

  private func begin(_ now: ContinuousClock.Instant) {
    start = now
    last = now
    losses = []
  }

  /// Takes the line away; what comes next is another training.
  func clear() {
    start = nil
    hide()
  }

  /// Takes the line away for a moment, while the training goes on.
  func hide() {
    guard isShown else { return }
    output.write("\r\u{1B}[K")
    output.flush()
    isShown = false
  }
}
