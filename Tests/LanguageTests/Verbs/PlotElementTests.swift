import Language
import Testing

@Suite("Plots over elements, of data and of few points")
struct PlotElementTests {
  private let bowl = "param p = [10, 1]; L = p[1]^2 + 3*p[2]^2\n"

  @Test("Elements of a vector vary like names")
  func elements() {
    let map = Run(bowl + "plot L, p[1]=-1..1, p[2]=-2..2")
    #expect(map.rendered == "")
    #expect(map.text().contains("p[2]"))
    let curve = Run(bowl + "plot L, p[1]=-1..1")
    #expect(curve.rendered == "")
    #expect(curve.text().contains("p[1]"))
  }

  @Test("A vector is told that one of its elements has to vary")
  func vector() {
    expectComplaint(
      bowl + "plot L, ‹p›=1..2",
      """
      error: 'p' has 2 elements, and one of them has to vary
      note: write p[1]=-4..4, or two of them for a map
      """)
  }

  @Test("Data are points in any order, and have no last one")
  func data() {
    let text = Run(
      "data d = [[3], [1], [2], [5], [4]] -> [9, 1, 4, 25, 16]\nf(x) = x^2\nplot f, d"
    ).text()
    #expect(!text.contains("d, last"))
    #expect(text.contains("f, last"))
  }

  @Test("One point is said to be one")
  func onePoint() {
    #expect(Run("v = [3]\nplot v").text().contains("v, one point: 3"))
  }

  @Test("A plot fits 24 rows with the prompt")
  func height() {
    let text = Run("plot sigmoid, x=-6..6").text(rows: 24)
    #expect(text.split(separator: "\n").count <= 23)
  }
}
