import Foundation
import Pictures
import Testing

@Suite("A graph as SVG")
struct SVGTests {
  @Test("It is a well-formed document that says what it shows")
  func wellFormed() throws {
    let document = try #require(SVGReader(try GraphExamples.neuron().svg()))
    #expect(document.root["role"] == "img")
    #expect(document.root["aria-labelledby"] == "graph-title graph-desc")
    #expect(document.texts["title"]?.first == "y")
    let description = try #require(document.texts["desc"]?.first)
    #expect(description.contains("y = tanh(w*x + b): value 0.7071, gradient 1."))
    #expect(description.contains("w*x sends 1 to w, by the local derivative 2."))
  }

  @Test("The same graph gives the same bytes")
  func deterministic() throws {
    for seed in UInt64(1)...10 {
      let (first, second) = (
        try GraphExamples.tangle(of: 30, seed: seed), try GraphExamples.tangle(of: 30, seed: seed)
      )
      #expect(first.svg() == second.svg())
    }
  }

  @Test("Names that look like markup are shown as they are")
  func escapes() throws {
    let name = "<script>alert(\"&'\")</script>]]>\u{1B}[2J"
    var builder = GraphBuilder()
    let leaf = builder.leaf(name, 1)
    let output = try builder.add("tanh", leaf, named: "--> \"x\" | y; %%")
    let picture = builder.picture(of: output)
    let svg = picture.svg()
    #expect(!svg.contains("<script"))
    #expect(!svg.contains("\u{1B}"))
    let document = try #require(SVGReader(svg))
    #expect(
      document.texts["tspan"]?.contains("<script>alert(\"&'\")</script>]]>\\u{1B}[2J") == true)
    #expect(!picture.mermaid().contains("<script"))
    #expect(picture.mermaid().contains("\"#60;script#62;"))
    #expect(picture.dot().contains("[label=\"<script>alert(\\\"&'\\\")</script>"))
  }

  @Test("No two boxes overlap, and no line runs through a box", arguments: 1...60)
  func apart(seed: UInt64) throws {
    let document = try #require(
      SVGReader(try GraphExamples.tangle(of: Int(seed), seed: seed).svg()))
    let boxes = document.boxes
    #expect(!boxes.isEmpty)
    for (index, box) in boxes.enumerated() {
      #expect(document.page.contains(box))
      #expect(!boxes[..<index].contains { box.intersects($0) })
      #expect(!document.linePoints.contains { box.insetBy(dx: 1, dy: 1).contains($0) })
    }
  }

  @Test("No text reaches beyond the page or over a text or a box it does not belong to")
  func texts() throws {
    for seed in UInt64(1)...30 {
      let svg = try GraphExamples.tangle(of: Int(seed), seed: seed).svg()
      let document = try #require(SVGReader(svg))
      for (index, frame) in document.textFrames.enumerated() {
        #expect(document.page.contains(frame))
        #expect(!document.textFrames[..<index].contains { frame.intersects($0) })
        #expect(document.boxes.allSatisfy { $0.contains(frame) || !$0.intersects(frame) })
      }
    }
  }
}
