import Autodiff
import Pictures
import Reporting
import Testing

@Suite("What a picture of a graph shows")
struct GraphPictureTests {
  @Test("A constant is written into the operation that uses it")
  func constants() throws {
    var builder = GraphBuilder()
    let x = builder.leaf("x", 3)
    let two = builder.graph.constant(2)
    let one = builder.graph.constant(1)
    let zero = builder.graph.constant(0)
    let square = try builder.add("pow", x, two, named: "a")
    let rest = try builder.add("sub", one, square, named: "b")
    let less = try builder.add("sub", rest, one, named: "c")
    let output = try builder.add("where", zero, less, rest, named: "d")
    let picture = builder.picture(of: output)
    #expect(picture.boxes.map(\.title) == ["x", "a", "b", "c", "d"])
    #expect(picture.boxes.map(\.operation) == [nil, "^ 2", "1 -", "- 1", "where(0, …, …)"])
    #expect(picture.arrows.map(\.from) == [0, 1, 2, 3, 2])
  }

  @Test("The constants of a wide operation have boxes of their own, one beside every user")
  func wideConstants() throws {
    var builder = GraphBuilder()
    let (w, b) = (builder.leaf("w", 3), builder.leaf("b", 2))
    let (half, one) = (builder.graph.constant(0.5), builder.graph.constant(1))
    let first = try builder.add("dot", [w, b, half, one], named: "p")
    let second = try builder.add("dot", [b, w, half, one], named: "q")
    let output = try builder.add("mul", first, second, named: "L")
    let boxes = builder.picture(of: output).boxes
    #expect(boxes.map(\.title) == ["w", "b", "0.5", "1", "p", "0.5", "1", "q", "L"])
    #expect(boxes.filter { $0.kind == .constant }.allSatisfy { $0.gradient == nil })
  }

  @Test("A node without a name says what it is in its title")
  func unnamed() throws {
    let boxes = try GraphExamples.neuron().boxes
    #expect(boxes.map(\.title) == ["x", "w", "b", "w*x", "w*x + b", "y"])
    #expect(boxes.map(\.operation) == [nil, nil, nil, nil, nil, "tanh"])
    #expect(boxes.map(\.isOutput) == [false, false, false, false, false, true])
  }

  @Test("An arrow along which nothing is sent says so, and what is behind it has no gradient")
  func stopped() throws {
    var builder = GraphBuilder()
    let x = builder.leaf("x", 3)
    let y = builder.leaf("y", 2)
    let held = try builder.add("detach", x, named: "held")
    let output = try builder.add("mul", held, y, named: "L")
    let picture = builder.picture(of: output)
    #expect(picture.boxes.map(\.gradient) == [nil, 3, nil, 1])
    #expect(picture.arrows.map(\.sent.count) == [0, 0, 1])
  }

  @Test("Contributions that cancel leave a gradient of 0, which is not the same as none")
  func cancelled() throws {
    var builder = GraphBuilder()
    let x = builder.leaf("x", 3)
    let output = try builder.add("sub", x, x, named: "L")
    let picture = builder.picture(of: output)
    #expect(picture.boxes[0].gradient == 0)
    #expect(picture.arrows.count == 1)
    #expect(picture.arrows[0].sent.map(\.contribution) == [1, -1])
  }

  @Test("A single leaf and a single constant are pictures too")
  func single() throws {
    var builder = GraphBuilder()
    let leaf = builder.leaf("x", 2)
    let constant = builder.graph.constant(4)
    for node in [leaf, constant] {
      let picture = builder.picture(of: node)
      #expect(picture.boxes.count == 1)
      #expect(picture.arrows.isEmpty)
      #expect(TextRenderer().text(picture.document()).contains("grad 1"))
      #expect(picture.svg().hasSuffix("</svg>\n"))
      #expect(picture.dot().contains("n0 ["))
      #expect(picture.mermaid().contains("n0(["))
    }
  }

  @Test("Only what the output depends on is shown")
  func otherNodes() throws {
    var builder = GraphBuilder()
    let x = builder.leaf("x", 2)
    _ = try builder.add("exp", x, named: "elsewhere")
    let output = try builder.add("tanh", x, named: "y")
    #expect(builder.picture(of: output).boxes.map(\.title) == ["x", "y"])
  }
}
