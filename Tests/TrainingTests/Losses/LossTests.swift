import Autodiff
import Foundation
import Reporting
import Testing
import Training

@Suite("Losses")
struct LossTests {
  @Test("The gradient of a loss is its slope", arguments: LossSample.all)
  func gradient(_ sample: LossSample) {
    let gradient = sample.built.gradient
    for place in sample.prediction.indices {
      let slope = slope(at: sample.prediction, along: place) {
        sample.terms($0).reduce(0, +)
      }
      #expect(abs(gradient[place] - slope) <= 1e-7 * max(1, abs(slope)), "element \(place + 1)")
    }
  }

  @Test("A loss as nodes and written down is the bits that are computed", arguments: LossSample.all)
  func bits(_ sample: LossSample) {
    let values = sample.terms(sample.prediction)
    #expect(values.allSatisfy { $0.isFinite })
    #expect(sample.built.values.bits == values.bits)
    let formulas = sample.loss.formulas(
      sample.prediction.enumerated().map { Formula("p\($0 + 1)", $1) },
      sample.target.map { Formula("t", $0) }, sample.weights, sample.settings)
    #expect(formulas.map { $0.number?.bitPattern } == values.bits)
  }

  @Test("Without numbers a loss is written down whole", arguments: LossSample.all)
  func unknown(_ sample: LossSample) {
    let formulas = sample.loss.formulas(
      sample.prediction.indices.map { Formula("p\($0 + 1)") },
      sample.target.indices.map { Formula("t\($0 + 1)") }, sample.weights, sample.settings)
    #expect(formulas.allSatisfy { $0.number == nil })
  }

  @Test("Nodes made once serve other targets", arguments: Losses.all.map(\.name))
  func otherTargets(_ name: String) throws {
    let loss = try #require(Losses.named(name))
    let sample = loss.samples[0]
    var graph = Graph()
    let leaves = (sample.prediction + sample.target).map { graph.addLeaf($0, at: .none) }
    let terms = graph.add(leaves, at: .none) {
      let parts = $0.inRows(like: [sample.prediction, sample.target])
      return loss.nodes(parts[0], parts[1], [], loss.defaultSettings)
    }
    let other = loss.target == .classes ? [3.0] : sample.target.reversed()
    for (leaf, number) in zip(leaves.suffix(other.count), other) { graph.set(leaf, to: number) }
    graph.reevaluate(from: leaves[0])
    let values = loss.values(sample.prediction, other, [], loss.defaultSettings)
    #expect(terms.map { graph.value(of: $0).bitPattern } == values.bits)
  }

  @Test("A class that is known makes one logarithm of the softmax, not one for each class")
  func fewNodes() throws {
    let loss = try #require(Losses.named("cross_entropy"))
    let built = Built(over: [2, 1, 0.1, 5, 3]) {
      loss.nodes($0, [GraphNumber(2)], [], loss.defaultSettings)
    }
    #expect(built.count == 5 + 2)
  }

  @Test("A sure target leaves the logarithm of its probability")
  func logarithms() throws {
    let loss = try #require(Losses.named("bce"))
    var graph = Graph()
    let p = graph.addLeaf(0.25, at: .none)
    let nodes = graph.add([p], at: .none) { loss.nodes($0, [GraphNumber(1)], [], .none) }
    let names = (0..<graph.count).compactMap { graph.operation(of: NodeID($0))?.name }
    #expect(names == ["log", "neg", "xlog1py", "add", "neg"])
    #expect(graph.value(of: nodes[0]) == 1.3862943611198906)
  }

  @Test("A loss of a known class names that class alone")
  func knownClass() throws {
    let z = [2, 1, 0.1].enumerated().map { Formula("z\($0 + 1)", $1) }
    let text = try ["cross_entropy", "ce_prob", "nll", "multi_margin"].map { name in
      let loss = try #require(Losses.named(name))
      return loss.formulas(z, [Formula("t", 2)], [0.5, 1, 1.5], loss.defaultSettings)[0]
        .text(FormulaStyle(.names))
    }
    #expect(
      text == [
        "−log_softmax([z1, z2, z3])[2]", "−log(z2)", "−z2",
        "sum([relu(1 − (z2 − z1)), 0, relu(1 − (z2 − z3))])/3",
      ])
  }

  @Test("A class that does not exist has no loss", arguments: [0, 4, 1.5, .nan, -1, 1e300])
  func missingClass(_ number: Double) {
    for loss in Losses.all where loss.target == .classes {
      let settings = loss.defaultSettings
      #expect(loss.values([0.2, 0.5, 0.3], [number], [], settings)[0].isNaN, "\(loss.name)")
      let built = Built(over: [0.2, 0.5, 0.3]) {
        loss.nodes($0, [GraphNumber(number)], [], settings)
      }
      #expect(built.values[0].isNaN, "\(loss.name)")
    }
  }

  @Test("A sure probability costs nothing and has a gradient, as the limit has")
  func saturated() throws {
    let loss = try #require(Losses.named("bce"))
    let built = Built(over: [0, 1]) { loss.nodes($0, [0, 1].map { GraphNumber($0) }, [], .none) }
    #expect(built.values == [0, 0])
    #expect(built.gradient == [1, -1])
  }

  @Test("A distribution that is sure of a class has the loss of that class")
  func distributions() {
    for loss in Losses.all where loss.target == .classes {
      let prediction = loss.samples[0].prediction
      for (number, sure) in [(1.0, [1.0, 0, 0]), (3, [0, 0, 1])] {
        let byNumber = loss.values(prediction, [number], [0.5, 1, 1.5], loss.defaultSettings)
        let bySure = loss.values(prediction, sure, [0.5, 1, 1.5], loss.defaultSettings)
        #expect(abs(byNumber[0] - bySure[0]) <= 1e-15, "\(loss.name)")
      }
    }
  }

  @Test("The error's logarithm of cosh keeps its digits near zero and does not overflow")
  func logCosh() throws {
    let loss = try #require(Losses.named("log_cosh"))
    let values = loss.values([1e-9, 1000, 0], [0, 0, 0], [], .none)
    #expect(values == [5e-19, 1000 - 0.6931471805599453, 0])
  }

  @Test("A reduction keeps the terms, adds them, or takes their mean")
  func reductions() {
    let terms = [1.0, 2, 6]
    #expect(Loss.reduced(terms, .none) == terms)
    #expect(Loss.reduced(terms, .sum) == [9])
    #expect(Loss.reduced(terms, .mean) == [3])
    #expect(Loss.reduced(terms, .mean, shares: [1, 1, 4]) == [1.5])
    #expect(Loss.reduced([5.0], .mean) == [5])
    #expect(Loss.reduced([Double](), .sum) == [0])
    #expect(Loss.reduced([Double](), .mean)[0].isNaN)
  }

  @Test("Only losses whose mean PyTorch divides by weights have shares, and only for classes")
  func shares() throws {
    let shares = { (name: String, targets: [[Double]]) in
      try #require(Losses.named(name)).shares(of: targets, weights: [0.5, 1, 1.5])
    }
    #expect(try shares("cross_entropy", [[3], [1]]) == [1.5, 0.5])
    #expect(try shares("nll", [[2]]) == [1])
    #expect(try shares("cross_entropy", [[0.2, 0.3, 0.5]]).isEmpty)
    #expect(try shares("multi_margin", [[3]]).isEmpty)
    #expect(try shares("mse", [[3]]).isEmpty)
  }

  @Test("Every loss of the folder is in the list, under names of its own")
  func folderAndList() throws {
    #expect(try namesWritten(in: "Losses", of: "LossRule") == Losses.all.map(\.name).sorted())
    let names = Losses.all.flatMap { [$0.name] + $0.aliases }
    #expect(Set(names).count == names.count)
    #expect(names.allSatisfy { Operators.named($0) == nil })
    for loss in Losses.all {
      #expect(!loss.summary.isEmpty && !loss.summary.hasSuffix(".") && !loss.source.isEmpty)
      #expect(!loss.samples.isEmpty)
    }
  }
}

/// The names of the rules written in a folder of the room, each in a file named after it.
func namesWritten(in family: String, of kind: String) throws -> [String] {
  let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../Sources/Training/\(family)").standardized
  let files = try FileManager.default.contentsOfDirectory(
    at: folder, includingPropertiesForKeys: nil)
  return try files.compactMap { file in
    let text = try String(contentsOf: file, encoding: .utf8)
    let name = file.deletingPathExtension().lastPathComponent
    guard text.contains("enum \(name): \(kind)") else {
      #expect(!text.contains(": \(kind) {\n  public static let name"), "\(name)")
      return nil
    }
    return text.firstMatch(of: /static let name = "(\w+)"/).map { String($0.1) }
  }.sorted()
}
