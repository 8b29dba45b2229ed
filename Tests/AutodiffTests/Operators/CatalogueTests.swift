import Autodiff
import Foundation
import Testing

@Suite("The catalogue of operators")
struct CatalogueTests {
  @Test("Every operator of the folder is in the list, and the list has no others")
  func folderAndList() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Sources/Autodiff/Operators").standardized
    var written: [String] = []
    for family in try families(in: folder) {
      for file in try FileManager.default.contentsOfDirectory(
        at: family, includingPropertiesForKeys: nil)
      {
        let text = try String(contentsOf: file, encoding: .utf8)
        guard let name = text.firstMatch(of: /static let name = "(\w+)"/) else { continue }
        written.append(String(name.1))
        #expect(
          text.contains("enum \(file.deletingPathExtension().lastPathComponent): "),
          "a file is named after its operator: \(file.lastPathComponent)")
      }
    }
    #expect(written.sorted() == Operators.all.map(\.name).sorted())
  }

  private func families(in folder: URL) throws -> [URL] {
    try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: [.isDirectoryKey]
    )
    .filter { try $0.resourceValues(forKeys: [.isDirectoryKey]).isDirectory == true }
  }

  @Test("No two operators have the same name, and none the alias of one with as many operands")
  func names() {
    let names = Operators.all.map(\.name)
    #expect(Set(names).count == names.count)
    for name in Set(Operators.all.flatMap { [$0.name] + $0.aliases }) {
      let candidates = Operators.candidates(named: name).map { Operators[$0] }
      let isClear = candidates.count == 1 || candidates.count { $0.layout == .list } == 1
      #expect(isClear, "\(name)")
    }
  }

  @Test("Every operator says what it is and can be tried", arguments: Operators.all.map(\.name))
  func description(_ name: String) throws {
    let operation = Operators[try #require(Operators.named(name))]
    #expect(!operation.summary.isEmpty && !operation.summary.hasSuffix("."))
    #expect(!operation.samples.isEmpty || operation.stopsGradient)
    for sample in operation.samples {
      #expect(operation.operandCount.contains(sample.count))
      #expect(operation.value(sample, operation.defaultSettings).isFinite)
      #expect(!operation.hasKink(sample.map { $0...$0 }, operation.defaultSettings), "\(sample)")
    }
  }

  @Test("A shared name offers the operator of two numbers and the operator of a vector")
  func candidates() {
    #expect(Operators.candidates(named: "max").map { Operators[$0].name } == ["max", "amax"])
    #expect(Operators.candidates(named: "min").map { Operators[$0].name } == ["min", "amin"])
    #expect(Operators.candidates(named: "swish").map { Operators[$0].name } == ["silu"])
    #expect(Operators.candidates(named: "tanhh").isEmpty)
    #expect(Operators.named("max") == Operators.candidates(named: "max").first)
  }

  @Test("A vector operator gives all its elements at once, with the bits of its nodes")
  func elements() throws {
    let x = [1, -2, 3.5]
    for operation in Operators.all {
      guard let elements = operation.elements(of: x) else { continue }
      let single = (1...3).map { operation.value(x, Settings([Double($0)])) }
      #expect(elements == single)
      #expect(operation.value(x, Settings([4])).isNaN)
      #expect(operation.settings.map(\.isHidden) == [true])
    }
  }
}
