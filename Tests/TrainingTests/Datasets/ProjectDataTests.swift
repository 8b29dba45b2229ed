import Testing

@testable import Training

@Suite("The project's data") struct ProjectDataTests {
  @Test("iris has 150 flowers of 3 kinds with 4 measures") func iris() throws {
    let data = try CSVFile.read(path: projectData("iris"))
    #expect((data.count, data.x.columns) == (150, 4))
    #expect(data.inputNames == ["sepal_length", "sepal_width", "petal_length", "petal_width"])
    #expect(data.targetNames == ["label"])
    #expect(Array(data.x.row(0)) == [5.1, 3.5, 1.4, 0.2])
    // Fisher's own numbers, which a copy in wide use has wrong.
    #expect(Array(data.x.row(34)) == [4.9, 3.1, 1.5, 0.2])
    #expect(Array(data.x.row(37)) == [4.9, 3.6, 1.4, 0.1])
    #expect(try counts(data) == ["0": 50, "1": 50, "2": 50])
  }

  @Test("digits has 1797 pictures of 8×8 pixels from 0 to 16") func digits() throws {
    let data = try CSVFile.read(path: projectData("digits"))
    #expect((data.count, data.x.columns) == (1797, 64))
    #expect(data.inputNames.first == "p00")
    #expect(data.inputNames.last == "p77")
    #expect(data.x.elements.min() == 0)
    #expect(data.x.elements.max() == 16)
    #expect(
      try counts(data) == [
        "0": 178, "1": 182, "2": 177, "3": 183, "4": 181, "5": 182, "6": 181, "7": 179, "8": 174,
        "9": 180,
      ])
  }

  @Test("breast cancer has 569 tumours with 30 measures, 212 malignant") func cancer() throws {
    let data = try CSVFile.read(path: projectData("breast_cancer"))
    #expect((data.count, data.x.columns) == (569, 30))
    #expect(data.inputNames.first == "mean_radius")
    #expect(data.inputNames.last == "worst_fractal_dimension")
    #expect(try counts(data) == ["0": 212, "1": 357])
  }

  /// How many rows each class has.
  private func counts(_ data: Dataset) throws -> [String: Int] {
    let labelled = data.withClasses()
    let classes = try #require(labelled.classes)
    #expect(classes == classes.sorted())
    var counts: [String: Int] = [:]
    for number in labelled.y?.elements ?? [] { counts[classes[Int(number) - 1], default: 0] += 1 }
    return counts
  }
}
