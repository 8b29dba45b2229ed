public import Reporting

extension TrainingLine {
  /// The line, at most `width` columns wide.
  ///
  /// Where there is no room for all, the bar and the curve of the losses become short; then the
  /// curve goes first, then the learning rate, the bar, the speed, the time left and the loss.
  public func text(width: Int = 80, ascii: Bool = false, digits: Int = 4) -> StyledText {
    let known = Part.allCases
      .map { (part: $0, text: text(of: $0, ascii, digits)) }.filter { !$0.text.spans.isEmpty }
    for rank in (0..<Part.allCases.count).reversed() {
      let chosen = known.filter { $0.part.rank <= rank }
      let room = width - TrainingLine.joined(chosen.map(\.text)).columns
      guard room >= 0 else { continue }
      // The bar and the curve share what is left, up to a size that is still taken in at once.
      let extra = min(room / max(chosen.count { $0.part.isElastic }, 1), 20)
      return TrainingLine.joined(
        chosen.map { $0.part.isElastic ? text(of: $0.part, ascii, digits, extra: extra) : $0.text })
    }
    let short = [epochs.map { "\(epoch)/\($0)" }, String(epoch)].compactMap(\.self)
    return StyledText(short.first { $0.utf8.count <= width } ?? "", .number)
  }

  /// The parts of the line from left to right.
  private enum Part: CaseIterable {
    case epoch, bar, loss, curve, learningRate, speed, timeLeft

    /// How early it is given up; the part with the highest rank goes first.
    var rank: Int {
      switch self {
      case .epoch: 0
      case .loss: 1
      case .timeLeft: 2
      case .speed: 3
      case .bar: 4
      case .learningRate: 5
      case .curve: 6
      }
    }

    /// Whether it may be as wide as there is room for.
    var isElastic: Bool { self == .bar || self == .curve }
  }

  private static func joined(_ parts: [StyledText]) -> StyledText {
    parts.reduce(StyledText()) { $0.spans.isEmpty ? $1 : $0 + "  " + $1 }
  }

  private func text(of part: Part, _ ascii: Bool, _ digits: Int, extra: Int = 0) -> StyledText {
    let numbers = NumberStyle(digits: digits)
    func labelled(_ label: String, _ number: Double?) -> StyledText {
      guard let number else { return StyledText() }
      return StyledText(label + " ", .muted)
        + StyledText(numbers.text(number), number.isFinite ? .number : .warning)
    }
    switch part {
    case .epoch:
      let count = epochs.map { "/\($0)" } ?? ""
      return StyledText(unit + " ", .muted) + StyledText("\(epoch)\(count)", .number)
    case .bar: return bar(columns: 4 + extra, ascii)
    case .loss: return labelled("loss", loss)
    case .curve:
      return StyledText(Sparkline(losses).text(width: 4 + extra, ascii: ascii), .series(0))
    case .learningRate: return labelled("lr", learningRate)
    case .speed:
      guard let speed = rowsPerSecond, speed.isFinite, speed >= 0 else { return StyledText() }
      return StyledText(TrainingLine.rounded(speed), .number) + StyledText(" rows/s", .muted)
    case .timeLeft:
      guard let time = secondsLeft.flatMap(TrainingLine.duration) else { return StyledText() }
      return StyledText(time, .number) + StyledText(" left", .muted)
    }
  }

  private func bar(columns: Int, _ ascii: Bool) -> StyledText {
    let ofEpochs = epochs.flatMap { $0 > 0 ? Double(epoch) / Double($0) : nil }
    guard let done = fraction ?? ofEpochs, done.isFinite else { return StyledText() }
    // Full only when all is done.
    let filled = Int((min(max(done, 0), 1) * Double(columns)).rounded(.down))
    return StyledText(String(repeating: ascii ? "=" : "━", count: filled), .good)
      + StyledText(String(repeating: ascii ? "-" : "─", count: columns - filled), .muted)
  }

  /// A number to three digits with `k`, `M` or `G` for thousands, millions or billions.
  private static func rounded(_ number: Double) -> String {
    let style = NumberStyle(digits: 3)
    for (unit, name) in [(1e9, "G"), (1e6, "M"), (1e3, "k")] where number >= unit * 0.9995 {
      return style.text(number / unit >= 100 ? (number / unit).rounded() : number / unit) + name
    }
    return style.text(number >= 100 ? number.rounded() : number)
  }

  /// `0:42`, `1:02:03` or `3 days`; nil for what is no time.
  private static func duration(_ seconds: Double) -> String? {
    guard seconds >= 0, seconds < 1e11 else { return nil }
    let seconds = Int(seconds.rounded(.up))
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
    if seconds >= 2 * 86400 { return "\(seconds / 86400) days" }
    let minutes = seconds / 60
    return minutes < 60
      ? "\(minutes):\(two(seconds % 60))"
      : "\(minutes / 60):\(two(minutes % 60)):\(two(seconds % 60))"
  }
}
