import Pictures
import Reporting
import Testing

@Suite("Maps drawn in a terminal")
struct RegionPlotTests {
  private func xor() -> RegionPlot {
    let corners: [RegionPlot.Point] = [
      .init(x: 0, y: 0), .init(x: 1, y: 1), .init(x: 0, y: 1, classIndex: 1),
      .init(x: 1, y: 0, classIndex: 1), .init(x: 7, y: 0),
    ]
    return RegionPlot(
      x: -0.5...1.5, y: -0.5...1.5, regions: .classes, classes: ["same", "different"],
      points: corners, title: "xor", xLabel: "x1", yLabel: "x2"
    ) { ($0 > 0.5) == ($1 > 0.5) ? 0 : 1 }
  }

  private func text(_ plot: RegionPlot, _ width: Int, _ height: Int, ascii: Bool = false) -> String
  {
    TextRenderer(width: width, ascii: ascii)
      .text(plot.document(width: width, height: height, ascii: ascii))
  }

  @Test("Classes have textures, and the points over them marks")
  func classes() {
    let expected = """
      xor
      x2
        │░░░░░░░░░░░░░░░░░░···················
      1 ┤░░░░░░░░░○░░░░░░░░·········●·········
        │░░░░░░░░░░░░░░░░░░···················
        │░░░░░░░░░░░░░░░░░░···················
      0 ┤·········●········░░░░░░░░░○░░░░░░░░░
        │··················░░░░░░░░░░░░░░░░░░░
        │··················░░░░░░░░░░░░░░░░░░░
        └─────────┬─────────────────┬─────────
                  0                 1
                          x1
      [··] same   [░░] different   ● same
      ○ different
      1 point outside the picture.

      """
    #expect(text(xor(), 40, 7) == expected)
  }

  @Test("In ASCII the textures and marks still differ")
  func ascii() {
    let expected = """
      xor
      x2
        |::::::::::::::::::...................
      1 +:::::::::o::::::::.........*.........
        |::::::::::::::::::...................
        |::::::::::::::::::...................
      0 +.........*........:::::::::o:::::::::
        |..................:::::::::::::::::::
        |..................:::::::::::::::::::
        +---------+-----------------+---------
                  0                 1
                          x1
      [..] same   [::] different   * same
      o different
      1 point outside the picture.

      """
    #expect(text(xor(), 40, 7, ascii: true) == expected)
  }

  @Test("The levels of a landscape divide it evenly, and its lowest place is named")
  func levels() {
    let bowl = RegionPlot(
      x: -2...2, y: -1...1, regions: .levels([]), xLabel: "w", yLabel: "b"
    ) { $0 * $0 + 2 * $1 * $1 }
    let expected = """
      b
       1 ┤█████████▓▓▓▓▓▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▓▓▓▓▓█████████
         │█████▓▓▓▒▒▒▒░░░░··············░░░░▒▒▒▒▓▓▓█████
         │██▓▓▓▒▒▒░░░░····              ····░░░░▒▒▒▓▓▓██
       0 ┤██▓▓▓▒▒░░░░···                  ···░░░░▒▒▓▓▓██
         │██▓▓▓▒▒▒░░░░····              ····░░░░▒▒▒▓▓▓██
         │█████▓▓▓▒▒▒▒░░░░··············░░░░▒▒▒▒▓▓▓█████
      -1 ┤█████████▓▓▓▓▓▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▓▓▓▓▓█████████
         └┬──────────┬───────────┬──────────┬──────────┬
          -2        -1           0          1          2
                                 w
      [  ] below 0.6   [··] 0.6 to 1.2   [░░] 1.2 to 1.9
      [▒▒] 1.9 to 2.6   [▓▓] 2.6 to 3.6
      [██] 3.6 or more
      Least of 4608 samples: 0.001349 at w = -0.02105, b
        = 0.02128.
      Greatest: 6 at w = -2, b = -1.

      """
    #expect(text(bowl, 50, 7) == expected)
  }

  @Test("A given level is a boundary, the lowest row is at the bottom, and nan is in no region")
  func threshold() {
    let plot = RegionPlot(
      x: 0...1, y: 0...1, values: [[0.1, 0.2, 0.6], [0.1, 0.5, 0.9], [.nan, 0.7, 1]],
      regions: .levels([0.5]))
    let expected = """
      1.0 ┤?????██████████████
      0.5 ┤     ██████████████
      0.0 ┤              █████
          └┬────────┬────────┬
           0.0     0.5     1.0
      [  ] below 0.5
      [██] 0.5 or more
      [??] undefined
      Least of 9 samples: 0.1
        at x = 0, y = 0.
      Greatest: 1 at x = 1, y
        = 1.
      1 sample undefined.

      """
    #expect(text(plot, 24, 3) == expected)
  }

  @Test("What is undefined is hatched with crosses, and neither class nor band looks like it")
  func undefined() {
    let plot = RegionPlot(
      x: 0...1, y: 0...1, values: [[0, 1, .nan]], regions: .classes, classes: ["a", "b"])
    let svg = plot.svg()
    #expect(svg.contains("url(#plot-undefined)") && svg.contains(">undefined</text>"))
    let whole = RegionPlot(x: 0...1, y: 0...1, values: [[0, 1]], regions: .levels([0.5]))
    #expect(!whole.svg().contains("undefined"))
  }

  @Test("Twelve classes look different each, in a terminal and as SVG")
  func manyClasses() {
    let plot = RegionPlot(
      x: 0...1, y: 0...1, values: [(0..<12).map(Double.init)], regions: .classes)
    for ascii in [false, true] {
      let line = text(plot, 60, 2, ascii: ascii).split(separator: "\n")[0]
      #expect(Set(line.drop { !"│┤|+".contains($0) }.dropFirst()).count == 12)
    }
    let hatches = plot.svg().split(separator: "<pattern ").dropFirst()
      .compactMap { $0.split(separator: " d=").last?.prefix { $0 != "/" } }
    #expect(Set(hatches).count == 12)
  }

  @Test("A function that fails ends the sampling with its error")
  func failure() {
    struct Refusal: Error {}
    #expect(throws: Refusal.self) {
      try RegionPlot(x: 0...1, y: 0...1, regions: .levels([])) { _, _ in throw Refusal() }
    }
  }

  @Test("A function is asked at both ends of both ranges")
  func ends() {
    let plot = RegionPlot(x: 0...1, y: 0...2, columns: 3, rows: 2, regions: .levels([])) { $0 + $1 }
    #expect(plot.values == [[0, 0.5, 1], [2, 2.5, 3]])
  }
}
