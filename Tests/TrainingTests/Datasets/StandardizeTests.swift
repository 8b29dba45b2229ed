import Autodiff
import Testing

@testable import Training

@Suite("Standardizing") struct StandardizeTests {
  private func data(_ columns: [Double]...) -> Dataset {
    let rows = columns[0].count
    let elements = (0..<rows).flatMap { row in columns.map { $0[row] } }
    return Dataset(x: Matrix(rows: rows, columns: columns.count, elements: elements), y: nil)
  }

  @Test("every input gets the mean 0 and the deviation 1") func iris() throws {
    let standardized = try CSVFile.read(path: projectData("breast_cancer")).standardized()
    for place in 0..<30 {
      let column = standardized.x.column(place)
      #expect(abs(Double.mean(column)) < 1e-13)
      #expect(abs(Double.variance(column, correction: 0) - 1) < 1e-13)
    }
  }

  @Test("the statistics are those of scikit-learn's StandardScaler") func statistics() throws {
    // From numpy: mean(axis=0) and std(axis=0) of iris.
    let means = [5.843333333333334, 3.0573333333333332, 3.758, 1.1993333333333334]
    let deviations = [
      0.8253012917851409, 0.43441096773549454, 1.759404065775303, 0.7596926279021594,
    ]
    let statistics = try CSVFile.read(path: projectData("iris")).standardized().standardization
    for place in 0..<4 {
      let mean = statistics?.means[place] ?? .nan
      let deviation = statistics?.deviations[place] ?? .nan
      #expect(abs(mean - means[place]) <= means[place].ulp)
      #expect(abs(deviation - deviations[place]) <= 4 * deviations[place].ulp)
    }
  }

  @Test("a constant input becomes 0", arguments: [0.1, 0, -1e300, 1 / 49] as [Double])
  func constant(value: Double) throws {
    let result = try data([Double](repeating: value, count: 49)).standardized()
    #expect(result.x.elements.allSatisfy { $0 == 0 })
    #expect(result.standardization == Standardization(means: [value], deviations: [1]))
  }

  @Test("other rows are standardized with the statistics of a set") func like() throws {
    let trained = try data([1, 3], [10, 10]).standardized()
    let tested = try data([5, 2], [10, 12]).standardized(like: trained)
    #expect(tested.x.elements == [3, 0, 0, 2])
    #expect(tested.standardization == trained.standardization)
    #expect(try tested.standardized(like: trained) == tested)
    #expect(try tested.rows([1]).standardized(like: trained) == tested.rows([1]))
  }

  @Test("standardized again, a set still remembers how to get there from its first numbers")
  func again() throws {
    let raw = data([1, 2, 4, 9], [5, 5, 5, 5])
    let twice = try raw.standardized().rows([0, 1, 3]).standardized()
    let alike = try raw.rows([0, 1, 3]).standardized(like: twice)
    for (a, b) in zip(twice.x.elements, alike.x.elements) { #expect(abs(a - b) < 1e-15) }
    #expect(try raw.standardized().standardized().x.column(1) == [0, 0, 0, 0])
  }

  @Test("a set can only be like one that fits and is standardized") func refusals() throws {
    let plain = data([1, 2])
    let other = try data([1, 5]).standardized()
    func complaint(_ set: Dataset, _ other: Dataset?) -> String? {
      #expect(throws: DatasetProblem.self) { try set.standardized(like: other) }?.message
    }
    #expect(complaint(plain, plain) == "the set to be like is not standardized itself")
    #expect(
      complaint(data([1, 2], [3, 4]), other)
        == "this set has 2 inputs, and the one to be like has 1")
    #expect(
      try complaint(plain.standardized(), other)
        == "this set is already standardized, with other statistics")
    for column in [[1e200, -1e200], [1e-170, 0], [.nan, 1]] as [[Double]] {
      #expect(complaint(data(column), nil) == "the input 'x1' cannot be standardized")
    }
  }
}
