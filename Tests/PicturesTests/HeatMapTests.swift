import Pictures
import Reporting
import Testing

@Suite("Matrices drawn in a terminal")
struct HeatMapTests {
  private let weights = [[0.5, -0.25, 1], [-1, 0.01, -0.6]]

  private func text(
    _ map: HeatMap, _ width: Int, _ height: Int = 40, ascii: Bool = false
  ) -> String {
    TextRenderer(width: width, ascii: ascii)
      .text(map.document(width: width, height: height, ascii: ascii))
  }

  @Test("Where there is room, every cell has its shade and its number")
  func numbers() {
    let expected = """
      W
      rows: unit, columns: input
               1         2         3
      1 ▒▒   0.5  ┈┈ -0.25  ██     1
      2 ≡≡    -1  ··  0.01  ──  -0.6

      ≡≡ -1   ══ -0.75   ── -0.5   ┈┈ -0.25   ·· 0   ░░ 0.25
      ▒▒ 0.5   ▓▓ 0.75   ██ 1

      """
    #expect(
      text(HeatMap(values: weights, title: "W", rowLabel: "unit", columnLabel: "input"), 60, 40)
        == expected)
  }

  @Test("Shades alone tell the sign: blocks are positive, strokes are negative")
  func shades() {
    let expected = """
         1 2 3
      1 ▒▒┈┈██
      2 ≡≡··──

      ≡≡ -1   ══ -0.75
      ── -0.5   ┈┈ -0.25
      ·· 0   ░░ 0.25
      ▒▒ 0.5   ▓▓ 0.75
      ██ 1

      """
    #expect(text(HeatMap(values: weights), 20, 40) == expected)
  }

  @Test("In ASCII too, the marks of the two signs differ")
  func ascii() {
    let expected = """
         1 2 3
      1 ++~~##
      2 %%..--

      %% -1   == -0.75
      -- -0.5   ~~ -0.25
      .. 0   :: 0.25
      ++ 0.5   ** 0.75
      ## 1

      """
    #expect(text(HeatMap(values: weights), 20, 40, ascii: true) == expected)
  }

  @Test("A matrix too large for the page is reduced, and its greatest weight stays")
  func blocks() {
    var values = [[Double]](repeating: (0..<60).map { Double($0) / 10 }, count: 6)
    values[4][31] = -9
    let expected = """
        1   9    19   29   39   49
      1 ······░░░░░░░░░░░▒▒▒▒▒▒▒▒▒▒▒▓▓
      3 ······░░░░░░░░░░░▒▒▒▒▒▒▒▒▒▒▒▓▓
      5 ······░░░░░░░░░≡░▒▒▒▒▒▒▒▒▒▒▒▓▓

      ≡ -9   ═ -6.75   ─ -4.5
      ┈ -2.25   · 0   ░ 2.25   ▒ 4.5
      ▓ 6.75   █ 9
      Each cell stands for 2 rows by 2
        columns, and shows the number
        of greatest magnitude among
        them.

      """
    #expect(text(HeatMap(values: values), 32, 3) == expected)
  }

  @Test("What is not finite is marked and counted, and a short row ends early")
  func odd() {
    let expected = """
              1        2        3
      1 ??  nan  ██    1
      2 ▼▼ -inf  ▲▲  inf  ··    0

      ·· 0   ░░ 0.25   ▒▒ 0.5   ▓▓ 0.75   ██ 1
      ? nan: 1 value.
      ▲ inf: 1 value.
      ▼ -inf: 1 value.

      """
    #expect(text(HeatMap(values: [[.nan, 1], [-.infinity, .infinity, 0]]), 60, 40) == expected)
  }

  @Test("An empty matrix is said to be empty")
  func empty() {
    let expected = """
      Nothing to show: the matrix is empty.

      """
    #expect(text(HeatMap(values: [[], []]), 60, 40) == expected)
  }
}
