import Pictures
import Reporting
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@Suite("Curves drawn in a terminal")
struct LinePlotTests {
  private let train = [2.3, 1.4, 0.9, 0.6, 0.45, 0.35, 0.3, 0.27]

  private var losses: LinePlot {
    let validation = [2.4, 1.6, 1.1, 0.9, 0.85, 0.9, 0.95, 1.05]
    return LinePlot(
      series: [.init(name: "train", y: train), .init(name: "validation", y: validation)],
      title: "mazur", xLabel: "epoch", yLabel: "loss")
  }

  private func plot(_ y: [Double], logY: Bool = false) -> LinePlot {
    LinePlot(series: [.init(name: "loss", y: y)], logY: logY)
  }

  private func text(_ plot: LinePlot, _ width: Int, _ height: Int, ascii: Bool = false) -> String {
    TextRenderer(width: width, ascii: ascii)
      .text(plot.document(width: width, height: height, ascii: ascii))
  }

  @Test("Two curves carry marks of their own and are named below with their last numbers")
  func twoCurves() {
    let expected = """
      mazur
      loss
      3 ┤
        │⢦⣀
      2 ┤ ⠉⠳⣄⡀
        │   ⠈⠙●⣤⢄⡀
      1 ┤       ⠉⠚⠭○⡒⠤⠤⢄⣀⣀⣀⣀⣀⣀○⣀⣀⣀⣀⣀⣀⣀⠤⠤○⠤⠤⠤⠤⠤
        │           ⠈⠉⠒⠒●⠤⠤⢄⣀⣀⣀⣀⡀
      0 ┤                       ⠈⠉⠉●⠉⠉⠉⠉⠉⠉⠉⠒⠒⠒
        └─────┬─────────┬──────────┬─────────┬
              2         4          6         8
                         epoch
      ─●─ train, last 0.27
      ─○─ validation, last 1.05

      """
    #expect(text(losses, 40, 6) == expected)
  }

  @Test("The numbers beside a curve are equally far apart", arguments: [10, 13, 16, 20])
  func evenTicks(height: Int) {
    let lines = text(plot([1, 2, 3]), 80, height).split(separator: "\n")
    let rows = lines.indices.filter { lines[$0].contains("┤") }
    #expect(rows.count > 2)
    #expect(Set(zip(rows, rows.dropFirst()).map { $1 - $0 }).count == 1)
  }

  @Test("In ASCII a curve is made of its mark")
  func ascii() {
    let expected = """
      mazur
      loss
      3 +
        |*o
      2 +  *o
        |    *o*o
      1 +        *o*o*oooooooooooooooooooooooo
        |             ************************
      0 +
        +-----+---------+----------+---------+
              2         4          6         8
                         epoch
      * train, last 0.27
      o validation, last 1.05

      """
    #expect(text(losses, 40, 6, ascii: true) == expected)
  }

  @Test("On a logarithmic axis the ticks are powers of ten with their doubles and fivefolds")
  func logarithmic() {
    var plot = losses
    plot.logY = true
    let expected = """
      mazur
      loss, logarithmic
        2 ┤⠙⠲⢤⢄⡀
          │   ⠉⠚●⣒⠤⢄⡀
        1 ┤       ⠉⠑⠪○⡑⠒⠒⠤⠤⠤⢄⣀○⣀⣀⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠒⠒○
          │           ⠈⠑⠢⢄●
      0.5 ┤                ⠉⠑⠒⠤⠤⣀⣀⡀
          │                       ⠈●⠉⠒⠒⠢⠤⠤⠤⣀⣀⣀
          └─────┬─────────┬────────┬─────────┬
                2         4        6         8
                          epoch
      ─●─ train, last 0.27
      ─○─ validation, last 1.05

      """
    #expect(text(plot, 40, 6) == expected)
  }

  @Test("A number that has no logarithm stands at the lower edge, and the plot says so")
  func noLogarithm() {
    var plot = losses
    plot.logY = true
    plot.series[0].y[2] = 0
    let expected = """
      mazur
      loss, logarithmic
        2 ┤⠉⠒⠦⢤⣄⣀
        1 ┤    ⠈●⡉⠑⠒⠢○⢄⣀⣀             ⣀⣀⣀⣀⣀⣀⣀○
          │      ⠱⡀      ⠉●⡉⠉⠉○⠉⠉⠉⠉⠉⠉⠉
      0.5 ┤       ⠱⡀    ⢀⠎ ⠈⠉⠑⠒⠒⠤⠤⢄●⣀
          │        ⠱⡀ ⢀⠔⠁            ⠉⠉⠑⠒⠒⠒⠒⠒⠒
      0.2 ┤         ⠱⡠⠊
          └─────┬─────────┬────────┬─────────┬
                2         4        6         8
                          epoch
      ─●─ train, last 0.27
      ─○─ validation, last 1.05
      train: 0 at epoch 3 has no logarithm; it
        stands at the lower edge.

      """
    #expect(text(plot, 40, 6) == expected)
  }

  @Test("Where no number has a logarithm the axis is linear, and the plot says so")
  func nothingPositive() {
    let plot = LinePlot(series: [.init(name: "L", y: [0, -1])], logY: true)
    let shown = text(plot, 60, 6)
    #expect(shown.contains("The vertical axis is linear, because -1 has no logarithm."))
    #expect(!shown.contains("logarithmic\n"))
  }

  @Test("The axis covers the places where a curve has no number")
  func wholeRange() {
    let places = (-4...4).map { Double($0) / 2 }
    let root = LinePlot.Series(
      name: "sqrt", x: places, y: places.map { $0.squareRoot() }, isSampled: true)
    #expect(text(LinePlot(series: [root], xLabel: "x"), 40, 6).contains(" -2 "))
  }

  @Test("Samples that turn at nearly every place are said to miss what lies between")
  func restless() {
    let places = (0...240).map { Double($0) / 24 }
    func note(_ factor: Double) -> Bool {
      let series = LinePlot.Series(
        name: "s", x: places, y: places.map { sin(factor * $0) }, isSampled: true)
      return text(LinePlot(series: [series]), 80, 6).contains("what lies between them")
    }
    #expect(note(50))
    #expect(!note(3))
  }

  @Test("What is not finite is a gap, and said below; a point between two gaps is marked")
  func gaps() {
    var gaps = plot([3, 2, .nan, 1, .infinity, 1, 1])
    gaps.xLabel = "epoch"
    let expected = """
      3 ┤⠑⠢⢄⡀
      2 ┤   ⠈⠑
      1 ┤             ●        ⣀⣀⣀⣀⣀
        └────┬────────┬────────┬────
             2        4        6
                    epoch
      ── loss, last 1
      loss: 2 values are not drawn,
        the first nan at epoch 3.

      """
    #expect(text(gaps, 30, 4) == expected)
  }

  @Test("A single point is marked in the middle")
  func point() {
    let expected = """
      2 ┤
      1 ┤             ●
      0 ┤
        └─────────────┬─────────────
                      1
      ── loss, one point: 0.6931

      """
    #expect(text(plot([0.6931]), 30, 3) == expected)
  }

  @Test("A constant curve is a line in the middle")
  func constant() {
    let expected = """
      10 ┤
       5 ┤⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒
       0 ┤
         └┬────────────┬───────────┬
          1            2           3
      ── loss, last 5

      """
    #expect(text(plot([5, 5, 5]), 30, 3) == expected)
  }

  @Test("Curves that lie on each other take turns")
  func takingTurns() {
    let series = ["a", "b"].map { LinePlot.Series(name: $0, y: [1, 2, 3]) }
    let plot = LinePlot(series: series)
    let expected = """
      3 +               o*o*o*
      2 +     o*o*o*o*o*
      1 +*o*o*
        ++---------+---------+
         1         2         3
      * a, last 3
      o b, last 3

      """
    #expect(text(plot, 24, 3, ascii: true) == expected)
  }

  @Test("Numbers from 1e-300 to 1e300 fit a logarithmic axis")
  func hugeFactors() {
    let expected = """
      logarithmic
       1e200 ┤                  ⣀⠤⠒⠉
             │             ⢀⡠⠔⠊⠉
           1 ┤        ⢀⣀⠤⠒⠉⠁
             │    ⣀⡠⠔⠊⠁
      1e-200 ┤⣀⠤⠒⠉
             └┬────────────────────┬
              1                    2
      ── last 1e300

      """
    #expect(
      text(LinePlot(series: [.init(name: "", y: [1e-300, 1e300])], logY: true), 30, 5) == expected)
  }

  @Test("An axis may be longer than the greatest number")
  func hugeDifferences() {
    let expected = """
             │                  ⣀⠤⠒⠉
       1e308 ┤             ⢀⡠⠔⠊⠉
           0 ┤        ⢀⣀⠤⠒⠉⠁
      -1e308 ┤    ⣀⡠⠔⠊⠁
             │⣀⠤⠒⠉
             └┬────────────────────┬
              1                    2
      ── last 1.7e308

      """
    #expect(text(LinePlot(series: [.init(name: "", y: [-1.7e308, 1.7e308])]), 30, 5) == expected)
  }

  @Test("Ticks have as many digits as tell them apart")
  func digits() {
    let expected = """
      1000.0020 ┤               ⢀⡠⠔⠊
                │           ⢀⡠⠔⠊⠁
      1000.0015 ┤       ⢀⡠⠔⠊⠁
                │   ⢀⡠⠔⠊⠁
      1000.0010 ┤⡠⠔⠊⠁
                └┬─────────────────┬
                 1                 2
      ── last 1000

      """
    #expect(text(LinePlot(series: [.init(name: "", y: [1000.001, 1000.002])]), 30, 5) == expected)
  }

  @Test("Where nothing is finite, nothing is drawn")
  func nothing() {
    let expected = """
      Nothing to plot: there is no finite number.
      loss: 1 value is not drawn: nan at x = 1.

      """
    #expect(text(plot([.nan]), 60, 9) == expected)
  }

  @Test("Of a hundred thousand points no spike is lost")
  func spikes() {
    var y = [Double](repeating: 1, count: 100_000)
    (y[50_000], y[70_000]) = (9, -3)
    let expected = """
       10 ┤                 ⢰
        0 ┤⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠛⠒⠒⠒⠒⠒⠒⡖⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒
      -10 ┤
          └─────────────────┬────────────────┬
                          50000         100000
      ── loss, last 1

      """
    #expect(text(plot(y), 40, 4) == expected)
  }

  @Test("Where numbers would leave no room for the curve, they stand below in words")
  func noRoom() {
    let plot = LinePlot(series: [.init(name: "", y: [1.0000000001, 1.0000000002])])
    #expect(
      text(plot, 20, 3).hasSuffix(
        """
        The vertical axis
          goes from
          1.0000000001 to
          1.0000000002.

        """))
  }

  @Test("Series have colours of their own besides their marks, and none without colour")
  func colors() {
    let document = losses.document(width: 40, height: 6)
    let colored = TextRenderer(width: 40, color: true).text(document)
    #expect(colored.contains("\u{1B}[38;5;63m─●─ \u{1B}[0m"))
    #expect(colored.contains("\u{1B}[38;5;130m─○─ \u{1B}[0m"))
    #expect(!TextRenderer(width: 40).text(document).contains("\u{1B}"))
  }
}
