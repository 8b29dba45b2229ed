import Reporting

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What the numbers of a map are divided into, and how each part looks and is called.
struct RegionBands {
  private let regions: RegionPlot.Regions
  private let levels: [Double]
  private let classCount: Int
  private let ascii: Bool

  init(_ plot: RegionPlot, ascii: Bool) {
    (regions, self.ascii) = (plot.regions, ascii)
    let numbers = plot.values.joined()
    switch plot.regions {
    case .classes:
      levels = []
      let greatest = numbers.filter { $0.isFinite && $0 < 100 }.max() ?? 0
      classCount = max(plot.classes.count, Int(max(greatest, 0)) + 1)
    case .levels(let given):
      levels = given.isEmpty ? RegionBands.levels(for: numbers.filter(\.isFinite)) : given.sorted()
      classCount = 0
    }
  }

  /// How many parts there are.
  var count: Int { levels.isEmpty ? max(classCount, 1) : levels.count + 1 }

  /// Which part a number is in; nil for one that is in none.
  func band(of number: Double) -> Int? {
    if number.isNaN { return nil }
    if case .classes = regions {
      return number >= 0 && number < Double(classCount) ? Int(exactly: number) : nil
    }
    return levels.count { $0 <= number }
  }

  /// The texture of a part.
  func text(_ band: Int?) -> StyledText {
    guard let band else { return StyledText("?", .warning) }
    if case .classes = regions {
      let textures =
        ascii
        ? [".", ":", "/", "-", "=", "\\", "|", "~", "!", ";", "^", "_"]
        : ["·", "░", "╱", "─", "▒", "╲", "│", "┼", "╳", "┄", "▓", "═"]
      return StyledText(textures[band % textures.count], .series(band))
    }
    let ramp = ascii ? [" ", ".", ":", "+", "%", "#"] : [" ", "·", "░", "▒", "▓", "█"]
    if count > ramp.count {
      return StyledText(String(band % 36, radix: 36), .series(0))
    }
    // Few parts are spread over the whole ramp, so that they differ as much as they can.
    return StyledText(ramp[band * (ramp.count - 1) / max(count - 1, 1)], .series(0))
  }

  /// What a part is called: a class by its name, a band by its ends.
  func name(_ band: Int, _ plot: RegionPlot, _ wording: Wording) -> String {
    if case .classes = regions { return RegionBands.className(band, plot, wording) }
    let text = levels.map { NumberStyle.exact.text($0) }
    if text.isEmpty { return "any" }
    if band == 0 { return "below \(text[0])" }
    return band == text.count ? "\(text[band - 1]) or more" : "\(text[band - 1]) to \(text[band])"
  }

  /// What a class is called.
  static func className(_ index: Int, _ plot: RegionPlot, _ wording: Wording) -> String {
    if plot.classes.indices.contains(index) { return wording.shown(plot.classes[index]) }
    return (0..<1000).contains(index) ? "class \(index + 1)" : "another class"
  }

  /// Levels between which about as many of the numbers lie, rounded as far as that leaves them apart.
  private static func levels(for numbers: [Double]) -> [Double] {
    let sorted = numbers.sorted()
    guard let least = sorted.first, let greatest = sorted.last, least < greatest else { return [] }
    let levels = (1..<bandCount).map { sorted[$0 * sorted.count / bandCount] }
    // To multiples of a round step, the longest that leaves them apart.
    func rounded(_ division: Int) -> [Double] {
      let step = PlotStep(atLeast: (greatest / 2 - least / 2) / pow(2, Double(division)))
      let multiples = levels.map { step.multiple(($0 / step.size).rounded()) + 0 }
      return Set(multiples).filter { $0 > least && $0 <= greatest }.sorted()
    }
    // To as few digits, where the levels are of very different sizes.
    func shortened(_ digits: Int) -> [Double] {
      let texts = levels.map(NumberStyle(digits: digits).text)
      return Set(texts.compactMap(Double.init)).filter { $0 > least && $0 <= greatest }.sorted()
    }
    let count = Set(levels).count
    return (5...10).lazy.map(rounded).first { $0.count == count }
      ?? (2...17).lazy.map(shortened).first { $0.count == count } ?? shortened(17)
  }

  private static let bandCount = 6
}
