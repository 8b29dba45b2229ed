import Reporting

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The marked numbers of an axis and how they are written.
struct PlotTicks {
  /// The numbers, in order.
  let numbers: [Double]
  /// Each of them in as many digits as tell it from its neighbours.
  let labels: [String]

  /// At most `count` ticks of a scale, at whole numbers alone if `isWhole`.
  init(_ scale: PlotScale, atMost count: Int, isWhole: Bool = false) {
    let count = max(count, 2)
    if scale.isLogarithmic, let powers = PlotTicks.powers(on: scale, atMost: count) {
      numbers = powers
      labels = powers.map { PlotTicks.label($0, NumberStyle(digits: 1)) }
      return
    }
    let even = scale.isLogarithmic ? scale.evenCounterpart : scale
    let length = min((even.high / 2 - even.low / 2) / Double(count) * 2, 1e308)
    var step = PlotStep(atLeast: isWhole ? max(length, 1) : length)
    var multiples = PlotTicks.multiples(of: step, on: even)
    if multiples.count > count {
      step = PlotStep(atLeast: step.size * 1.5)
      multiples = PlotTicks.multiples(of: step, on: even)
    }
    numbers = multiples
    let style = NumberStyle(digits: step.digits(upTo: multiples.map(abs).max() ?? 0))
    labels = PlotTicks.aligned(multiples.map { PlotTicks.label($0, style) })
  }

  /// The ends of a scale.
  init(endsOf scale: PlotScale) {
    let (low, high) = (scale.number(at: 0), scale.number(at: 1))
    let style = NumberStyle(digits: 4).tellingApart(low, high)
    numbers = [low, high]
    labels = numbers.map { PlotTicks.label($0, style) }
  }

  private static func multiples(of step: PlotStep, on scale: PlotScale) -> [Double] {
    let first = (scale.low / step.size - 1e-9).rounded(.up)
    let last = (scale.high / step.size + 1e-9).rounded(.down)
    return stride(from: first, through: last, by: 1).prefix(1000).map(step.multiple)
      .filter(\.isFinite)
  }

  /// Powers of ten; with some of their multiples between them where the scale is short; nil where it
  /// is so short that not three of these are on it, which it takes to show that equal distances are
  /// equal factors.
  private static func powers(on scale: PlotScale, atMost count: Int) -> [Double]? {
    let distance = PlotStep(atLeast: max(1, (scale.high - scale.low) / Double(count)))
    let decades = multiples(of: distance, on: scale).map { pow(10, $0) }
    if decades.count >= 3 || scale.high - scale.low >= 3 {
      return decades.count <= count
        ? decades : decades.enumerated().filter { $0.offset % 2 == 0 }.map(\.element)
    }
    let finer = [[1.0, 2, 5], [1, 3]].lazy.map { factors in
      (0...4).flatMap { decade in
        factors.map { $0 * pow(10, scale.low.rounded(.down) + Double(decade)) }
      }
      .filter { (-1e-9...1 + 1e-9).contains(scale.fraction(of: $0)) }
    }
    return finer.first { 3...max(count, 3) ~= $0.count } ?? (decades.count > 1 ? decades : nil)
  }

  /// A number as it stands at an axis; a long whole number as a power of ten.
  private static func label(_ number: Double, _ style: NumberStyle) -> String {
    let isRound = (number / 1000).rounded() * 1000 == number
    guard isRound, abs(number) >= 1e6, abs(number) < 1e15 else { return style.text(number + 0) }
    let exponent = log10(abs(number) * (1 + 1e-15)).rounded(.down)
    return style.text(number / pow(10, exponent)) + "e" + style.text(exponent)
  }

  /// Labels with the same number of decimals: `0.0`, `0.5`, `1.0`.
  private static func aligned(_ labels: [String]) -> [String] {
    guard !labels.contains(where: { $0.contains("e") }) else { return labels }
    func decimals(_ label: String) -> Int {
      label.firstIndex(of: ".").map { label[$0...].utf8.count - 1 } ?? 0
    }
    let most = labels.map(decimals).max() ?? 0
    return labels.map { label in
      let missing = most - decimals(label)
      guard missing > 0 else { return label }
      return label + (missing == most ? "." : "") + String(repeating: "0", count: missing)
    }
  }
}
