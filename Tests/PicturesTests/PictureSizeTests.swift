import Autodiff
import Pictures
import Reporting
import Testing

@Suite("Pictures of large graphs")
struct PictureSizeTests {
  @Test("A picture keeps what is nearest to the output and says how much it leaves out")
  func limit() throws {
    var builder = GraphBuilder()
    var node = builder.leaf("x", 0.5)
    for round in 1...100 { node = try builder.add("tanh", node, named: "h\(round)") }
    let picture = builder.picture(of: node, limit: 3)
    #expect(picture.boxes.map(\.title) == ["h98", "h99", "h100"])
    #expect(picture.boxes.map(\.hiddenOperandCount) == [1, 0, 0])
    let text = TextRenderer().text(picture.document())
    #expect(text.hasSuffix("Only what is nearest to h100 is shown: 3 of its 100 operations.\n"))
    #expect(text.contains("… 1 operand not shown"))
    #expect(picture.svg().contains("3 of its 100 operations."))
    #expect(picture.dot().contains("3 of its 100 operations."))
    #expect(picture.mermaid().contains("3 of its 100 operations."))
  }

  @Test("Of a chain of a million nodes only what is drawn is looked at")
  func million() throws {
    var builder = GraphBuilder()
    let tanh = try #require(Operators.named("tanh"))
    var node = builder.leaf("x", 0.5)
    for _ in 0..<1_000_000 { node = builder.graph.add(tanh, [node], at: .none) }
    let (tape, graph) = (Tape(of: node, in: builder.graph), builder.graph)
    let picture = GraphPicture(tape: tape, graph: graph, title: "million")
    #expect(picture.boxes.count == GraphPicture.boxLimit)
    #expect(picture.omission?.hiddenOperations == 999_940)
    #expect(!picture.svg().isEmpty)
    #expect(!picture.document().blocks.isEmpty)
  }

  @Test("A chain whose links all use one leaf is no wider when it is longer")
  func straight() throws {
    func width(_ rounds: Int) throws -> Substring? {
      var builder = GraphBuilder()
      let x = builder.leaf("x", 0.5)
      var node = x
      for _ in 0..<rounds {
        node = try builder.add("add", try builder.add("tanh", node), x)
      }
      return builder.picture(of: node).svg().split(separator: "viewBox=\"0 0 ").last?
        .prefix { $0 != " " }
    }
    #expect(try width(4) == width(12))
  }

  @Test("A sum of a hundred thousand leaves is drawn with the first of them")
  func wide() throws {
    var builder = GraphBuilder()
    let leaves = (0..<100_000).map { builder.leaf("x\($0)", 1) }
    let output = try builder.add("sum", leaves, named: "L")
    let picture = builder.picture(of: output)
    #expect(picture.boxes.count == GraphPicture.boxLimit)
    #expect(picture.boxes.last?.hiddenOperandCount == 99_941)
    let text = TextRenderer().text(picture.document())
    #expect(text.contains("Not shown for want of room: 99941 operands."))
  }

  @Test("A graph in which everything uses everything before it is not drawn as a tangle")
  func dense() throws {
    var builder = GraphBuilder()
    var nodes = [builder.leaf("x", 0.5), builder.leaf("y", 0.25)]
    for _ in 0..<80 { nodes.append(try builder.add("sum", nodes)) }
    let picture = builder.picture(of: nodes[nodes.count - 1])
    #expect(picture.arrows.count == 2 * GraphPicture.boxLimit)
    #expect(picture.svg().contains("operands not shown"))
    #expect(TextRenderer().text(picture.document()).contains("operands not shown"))
  }
}
