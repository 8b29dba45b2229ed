import Pictures
import Reporting
import Testing

@Suite("Plots of anything")
struct PlotPropertyTests {
  /// Numbers of all kinds: ordinary, huge, tiny, equal, and none at all.
  private struct Numbers {
    var state: UInt64
    mutating func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    mutating func number() -> Double {
      let odd = [
        0, -0.0, 1, .nan, .infinity, -.infinity, .greatestFiniteMagnitude, 1e300, -1e-300,
        -.greatestFiniteMagnitude, .leastNonzeroMagnitude, .leastNormalMagnitude, 1 + .ulpOfOne,
      ]
      return switch next(4) {
      case 0: odd[next(odd.count)]
      case 1: Double(next(2001) - 1000) / 100
      case 2: Double(next(100)) * 1e-3
      default: Double(bitPattern: UInt64(next(1 << 30)) << 34 | UInt64(next(1 << 30)))
      }
    }
    mutating func numbers(_ most: Int) -> [Double] {
      let isConstant = next(5) == 0
      let first = number()
      return (0..<next(most + 1)).map { _ in isConstant ? first : number() }
    }
  }

  private func expectFits(_ document: Document, _ width: Int, ascii: Bool, seed: Int) {
    let text = TextRenderer(width: width, ascii: ascii).text(document)
    for line in text.split(separator: "\n") where String(line).displayWidth > width {
      Issue.record("seed \(seed), \(width) columns: \(line)")
    }
    if ascii {
      // What is drawn is ASCII itself, so that no symbol needs a replacement that is wider.
      #expect(text.utf8.allSatisfy { $0 < 0x80 } && !text.contains("\\u{"), "seed \(seed)")
    }
  }

  @Test("Curves of any numbers fit the page", arguments: [false, true])
  func curves(ascii: Bool) {
    for seed in 0..<300 {
      var random = Numbers(state: UInt64(seed))
      let series = (0..<random.next(10)).map { index in
        LinePlot.Series(name: "s\(index)", x: random.numbers(40), y: random.numbers(40))
      }
      let plot = LinePlot(
        series: series, title: "a title", xLabel: "x", yLabel: "y", logY: random.next(2) == 0)
      let width = 20 + random.next(80)
      let document = plot.document(width: width, height: random.next(20), ascii: ascii)
      expectFits(document, width, ascii: ascii, seed: seed)
    }
  }

  @Test("Matrices of any numbers fit the page", arguments: [false, true])
  func matrices(ascii: Bool) {
    for seed in 0..<300 {
      var random = Numbers(state: UInt64(seed))
      let values = (0..<random.next(30)).map { _ in random.numbers(seed % 2 == 0 ? 8 : 120) }
      let width = 20 + random.next(80)
      let document = HeatMap(values: values, rowLabel: "r").document(
        width: width, height: 1 + random.next(40), ascii: ascii)
      expectFits(document, width, ascii: ascii, seed: seed)
    }
  }

  @Test("Maps of any numbers fit the page", arguments: [false, true])
  func maps(ascii: Bool) {
    for seed in 0..<300 {
      var random = Numbers(state: UInt64(seed))
      func range() -> ClosedRange<Double> {
        let (one, other) = (random.number(), random.number())
        guard !one.isNaN, !other.isNaN else { return 0...1 }
        return min(one, other)...max(one, other)
      }
      let points = (0..<20).map { _ in
        RegionPlot.Point(
          x: random.number(), y: random.number(), classIndex: [0, 1, -1, .max, 9][random.next(5)])
      }
      let regions: [RegionPlot.Regions] = [.classes, .levels([]), .levels([0.5, -1, .nan])]
      let plot = RegionPlot(
        x: range(), y: range(), values: (0..<random.next(9)).map { _ in random.numbers(9) },
        regions: regions[random.next(3)], points: points)
      let width = 20 + random.next(80)
      let document = plot.document(width: width, height: random.next(20), ascii: ascii)
      expectFits(document, width, ascii: ascii, seed: seed)
    }
  }

  @Test("Lines of any numbers fit a page of any width", arguments: [false, true])
  func lines(ascii: Bool) {
    for seed in 0..<300 {
      var random = Numbers(state: UInt64(seed))
      let values = random.numbers(100)
      let line = TrainingLine(
        epoch: random.next(1000), epochs: random.next(2) == 0 ? nil : random.next(1000),
        fraction: random.next(2) == 0 ? nil : random.number(), loss: random.number(),
        learningRate: random.number(), rowsPerSecond: random.number(),
        secondsLeft: random.number(), losses: values)
      for width in [-1, 0, 1, 5, 17, 20, 40, 79, 80, 200] {
        for text in [
          Sparkline(values).text(width: width, ascii: ascii),
          line.text(width: width, ascii: ascii).text,
        ] {
          #expect(text.displayWidth <= max(width, 0), "seed \(seed)")
          #expect(!ascii || text.utf8.allSatisfy { $0 < 0x80 }, "seed \(seed)")
        }
      }
    }
  }
}
