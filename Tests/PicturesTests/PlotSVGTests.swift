import Foundation
import Pictures
import Testing

@Suite("A plot as SVG")
struct PlotSVGTests {
  private static var plots: [String] {
    let wave = (0..<5000).map { sin(Double($0) / 300) * exp(-Double($0) / 2000) }
    let curves = LinePlot(
      series: [.init(name: "wave", y: wave), .init(name: "<b>&", y: [0, .nan, 1, .infinity, -1])],
      title: "two \u{1B}[2J curves", xLabel: "epoch", yLabel: "value")
    let map = RegionPlot(
      x: -1...1, y: -2...2, regions: .levels([]), points: [.init(x: 0, y: 0, classIndex: 9)],
      title: "a bowl", xLabel: "u", yLabel: "v", value: { $0 * $0 + $1 * $1 })
    let classes = RegionPlot(
      x: 0...1, y: 0...1, regions: .classes, classes: ["setosa", "a long name of a class"],
      value: { $0 > $1 ? 1 : 0 })
    return [
      curves.svg(), map.svg(), classes.svg(),
      HeatMap(values: [[1, -2], [.nan, 0]], title: "w").svg(),
      HeatMap(values: (0..<90).map { row in (0..<200).map { Double(row * $0 % 7) - 3 } }).svg(),
      HeatMap(values: []).svg(), LinePlot(series: []).svg(),
      LinePlot(series: [.init(name: "one", y: [1e-300])], logY: true).svg(),
    ]
  }

  @Test("It is a well-formed document with a title and a description")
  func wellFormed() throws {
    for plot in Self.plots {
      let document = try #require(SVGReader(plot))
      #expect(document.root["role"] == "img")
      #expect(document.texts["desc"]?.first?.isEmpty == false || plot.contains("Nothing to plot"))
      #expect(!plot.contains("\u{1B}"))
    }
  }

  @Test("All its words are on the picture, and none over another")
  func words() throws {
    for plot in Self.plots {
      let document = try #require(SVGReader(plot))
      #expect(document.textFrames.allSatisfy { $0.minY >= 0 && $0.maxY <= document.page.maxY })
    }
  }

  @Test("The same numbers give the same bytes")
  func deterministic() { #expect(Self.plots == Self.plots) }

  @Test("A long curve is drawn with no more points than can be told apart, and loses no spike")
  func thinning() throws {
    var values = (0..<100_000).map { Double($0 % 10) }
    values[70_001] = 1000
    let plot = LinePlot(series: [.init(name: "spiked", y: values)]).svg()
    #expect(plot.utf8.count < 60_000)
    #expect(plot.contains("between 0 and 1000"))
    let path = try #require(plot.split(separator: "class=\"curve s0\" d=\"").dropFirst().first)
    let heights = path.prefix { $0 != "\"" }.split(whereSeparator: { "ML".contains($0) })
      .compactMap { $0.split(separator: " ").last.flatMap { Double($0) } }
    #expect(heights.count { $0 < 100 } == 1)
  }

  @Test("Curves differ in dashes and marks, classes in hatching, signs in filling")
  func withoutColour() {
    #expect(Self.plots[0].contains("stroke-dasharray=\"8 4\""))
    #expect(Self.plots[0].contains("hollow"))
    #expect(Self.plots[2].contains("plot-hatch-0") && Self.plots[2].contains("plot-hatch-1"))
    #expect(Self.plots[3].contains("s1 hollow") && Self.plots[3].contains("s0 full"))
  }
}
