import Language
import Reporting
import Testing

@Suite("Published examples and random graphs")
struct GraphConformanceTests {
  /// One graph: its program, its inputs, and every value and gradient in it.
  struct Case: Decodable, Sendable {
    var id: String
    var kind: String
    var program: [String]?
    var inputs: [String: Double]?
    var expect: Expectation
    var tol: Tolerance?

    struct Expectation: Decodable, Sendable {
      var value: Double?
      var grad: [String: Double]?
      var intermediate: [String: Node]?
    }

    struct Node: Decodable, Sendable {
      var value: Double
      var grad: Double
    }
  }

  @Test("Every value, gradient and intermediate result is as expected")
  func graphs() throws {
    let file = try ConformanceFile<Case>(named: "09_published_and_graphs")
    let cases = file.cases.filter { $0.kind != "training" }
    #expect(cases.count == 101)
    for example in cases { check(example, example.tol ?? file.tolerance) }
  }

  private func check(_ example: Case, _ tolerance: Tolerance) {
    let inputs = (example.inputs ?? [:]).sorted { $0.key < $1.key }
    let program = example.program ?? []
    let output = String(program.last?.prefix { $0 != " " } ?? "")
    let intermediate = (example.expect.intermediate ?? [:]).sorted { $0.key < $1.key }
    let names = intermediate.map(\.key)
    let run = Run(
      (inputs.map { "param \($0.key) = \($0.value)" } + program
        + ["backward \(output), steps=false"] + names.map { "show \($0), \($0).grad" })
        .joined(separator: "\n"))
    #expect(run.rendered == "", "\(example.id)")
    let result = run.objects("gradients").first
    #expect(
      tolerance.allows(result?["value"]?.number ?? .nan, for: example.expect.value ?? .nan),
      "\(example.id): \(result?["value"]?.text ?? "")")
    for (name, expected) in example.expect.grad ?? [:] {
      let actual = result?["gradients"]?[name]?.number ?? .nan
      #expect(tolerance.allows(actual, for: expected), "\(example.id): \(name), \(actual)")
    }
    let shown = run.objects("value").compactMap { $0["value"]?.number }
    #expect(shown.count == 2 * names.count)
    for (index, node) in intermediate.enumerated() where 2 * index + 1 < shown.count {
      #expect(
        tolerance.allows(shown[2 * index], for: node.value.value)
          && tolerance.allows(shown[2 * index + 1], for: node.value.grad),
        "\(example.id): \(node.key)")
    }
  }
}
