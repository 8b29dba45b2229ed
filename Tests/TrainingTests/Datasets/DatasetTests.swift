import Autodiff
import Testing

@testable import Training

@Suite("Data sets") struct DatasetTests {
  /// Rows whose inputs and target tell which row they are.
  private func numbered(_ count: Int) -> Dataset {
    let places = (0..<count).map(Double.init)
    return Dataset(
      x: Matrix(rows: count, columns: 2, elements: places.flatMap { [$0, -$0] }),
      y: Matrix(rows: count, columns: 1, elements: places.map { 10 * $0 }))
  }

  @Test("a selection has the rows asked for, in that order") func selection() {
    let rows = numbered(5).rows([3, 0, 3])
    #expect(rows.x == Matrix(rows: 3, columns: 2, elements: [3, -3, 0, 0, 3, -3]))
    #expect(rows.y?.elements == [30, 0, 30])
    #expect(rows.inputNames == ["x1", "x2"])
    #expect(rows.targetNames == ["y"])
  }

  @Test("a permutation has every number once", arguments: [0, 1, 2, 7, 1000])
  func permutation(count: Int) {
    var source = RandomSource(seed: 4)
    let (first, second) = (source.draw(), source.draw())
    #expect(Permutation.of(count, first).sorted() == Array(0..<count))
    #expect(Permutation.of(count, first) == Permutation.of(count, first))
    if count > 5 { #expect(Permutation.of(count, first) != Permutation.of(count, second)) }
  }

  @Test("a seed gives the same order on every machine") func knownOrder() {
    var source = RandomSource(seed: 1)
    // From a Philox4x32-10 and a Fisher-Yates shuffle written in Python.
    #expect(Permutation.of(10, source.draw()) == [4, 2, 5, 9, 7, 1, 0, 3, 8, 6])
  }

  @Test("every order is equally likely") func fairness() {
    var source = RandomSource(seed: 9)
    var counts: [[Int]: Int] = [:]
    for _ in 0..<6000 { counts[Permutation.of(3, source.draw()), default: 0] += 1 }
    #expect(counts.count == 6)
    // Six orders of 1000 each: chi squared of 5 degrees exceeds 20.5 once in a thousand seeds.
    let distance = counts.values.map { Double(($0 - 1000) * ($0 - 1000)) / 1000 }.reduce(0, +)
    #expect(distance < 20.5)
  }

  @Test("a split keeps every row once, with its target") func split() throws {
    let (first, second) = try numbered(150).split(at: 0.8, seed: 3)
    #expect((first.count, second.count) == (120, 30))
    let rows = first.x.column(0) + second.x.column(0)
    #expect(rows.sorted() == (0..<150).map(Double.init))
    #expect(rows != rows.sorted())
    for part in [first, second] {
      #expect(part.y?.elements == part.x.column(0).map { 10 * $0 })
    }
  }

  @Test("the same seed splits in the same way, another one differently") func seeds() throws {
    let data = numbered(50)
    #expect(try data.split(at: 0.5, seed: 1) == data.split(at: 0.5, seed: 1))
    #expect(try data.split(at: 0.5, seed: 1) != data.split(at: 0.5, seed: 2))
  }

  @Test("without a seed the rows stay in order") func inOrder() throws {
    let (first, second) = try numbered(4).split(at: 0.5)
    #expect(first.x.column(0) + second.x.column(0) == [0, 1, 2, 3])
  }

  @Test(
    "the row that a fraction cuts in two goes to the first part",
    arguments: [(10, 0.75, 8), (10, 0.7, 7), (100, 0.07, 7), (100, 0.29, 29), (3, 0.5, 2)])
  func sizes(count: Int, fraction: Double, expected: Int) throws {
    #expect(try numbered(count).split(at: fraction).0.count == expected)
  }

  @Test("no part may be empty, and a fraction lies between 0 and 1") func badFractions() {
    for fraction in [0, 1, -0.5, 1.5, .nan, .infinity] {
      #expect(throws: DatasetProblem.self) { try numbered(4).split(at: fraction) }
    }
    let problem = #expect(throws: DatasetProblem.self) { try numbered(1).split(at: 0.5) }
    #expect(
      problem?.message == "split at 0.5, 1 row would leave one of the parts without any")
    #expect(
      DatasetProblem.badFraction(1.5).message
        == "a set is split at a fraction between 0 and 1, not at 1.5")
  }

  @Test("numbers used as classes are sorted as numbers and numbered from 1") func classes() {
    let y = Matrix(rows: 5, columns: 1, elements: [10, -0.0, 2.5, 0, 10])
    let data = Dataset(x: Matrix(rows: 5, columns: 0, elements: []), y: y).withClasses()
    #expect(data.classes == ["0", "2.5", "10"])
    #expect(data.y?.elements == [3, 1, 2, 1, 3])
    #expect(data.withClasses() == data)
  }

  @Test("a part of a set has the classes of the whole set") func classesOfParts() {
    let data = numbered(3)
    #expect(data.rows([2]).withClasses() == data.withClasses().rows([2]))
    #expect(data.rows([2]).withClasses().y?.elements == [3])
    #expect(data.rows([2]).withClasses().classes == ["0", "10", "20"])
  }

  @Test("targets that cannot be classes stay as they are") func noClasses() {
    let x = Matrix(rows: 2, columns: 1, elements: [1, 2])
    for y in [
      nil, Matrix(rows: 2, columns: 2, elements: [0, 1, 1, 0]),
      Matrix(rows: 2, columns: 1, elements: [1, .nan]),
    ] {
      #expect(Dataset(x: x, y: y).withClasses().classes == nil)
    }
    #expect(numbered(Dataset.mostClasses).withClasses().classes?.count == Dataset.mostClasses)
    #expect(numbered(Dataset.mostClasses + 1).withClasses().classes == nil)
  }

  @Test("noise is normal, of the deviation asked for, and the same for a seed") func noise() {
    let zeros = Dataset(
      x: Matrix(rows: 10_000, columns: 2, elements: .init(repeating: 0, count: 20_000)), y: nil)
    let noisy = zeros.adding(noise: 0.5, seed: 2)
    #expect(noisy == zeros.adding(noise: 0.5, seed: 2))
    #expect(noisy != zeros.adding(noise: 0.5, seed: 3))
    // Within four standard errors of what normal numbers have: 0.5/√n, 0.25·√(2/n), and 68.27 %.
    let numbers = noisy.x.elements
    #expect(abs(Double.mean(numbers)) < 4 * 0.5 / 20_000.0.squareRoot())
    #expect(abs(Double.variance(numbers, correction: 0) - 0.25) < 4 * 0.25 * 0.01)
    let within = Double(numbers.count { abs($0) < 0.5 }) / 20_000
    #expect(abs(within - 0.6827) < 4 * 0.0033)
  }
}
