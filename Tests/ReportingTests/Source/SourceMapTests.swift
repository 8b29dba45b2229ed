import Reporting
import Testing

@Suite("Several texts laid end to end")
struct SourceMapTests {
  @Test("A position names its text, up to and including the place after its last byte")
  func sources() {
    var map = SourceMap()
    let first = map.add(SourceText(name: "first", "ab"))
    let empty = map.add(SourceText(name: "empty", ""))
    let last = map.add(SourceText(name: "last", "c\nd"))
    #expect([first, empty, last] == [1, 4, 5])
    let names = (0...9).map { map.source(at: $0)?.text.name }
    #expect(
      names == [nil, "first", "first", "first", "empty", "last", "last", "last", "last", "last"])
  }

  @Test("A range has words and a place")
  func places() {
    var map = SourceMap()
    _ = map.add(SourceText(name: "first", "ab"))
    let base = map.add(SourceText(name: "last", "c\nη = 1"))
    let range = SourceRange(start: base + 2, end: base + 4)
    #expect(map.text(in: range) == "η")
    let place = map.place(of: range)
    #expect(place?.file == "last")
    #expect([place?.start.line, place?.start.column] == [2, 1])
    #expect([place?.end.line, place?.end.column] == [2, 2])
  }

  @Test("No range, no text and no place")
  func none() {
    var map = SourceMap()
    #expect(map.place(of: SourceRange(start: 3, end: 4)) == nil)
    _ = map.add(SourceText(name: "t", "ab"))
    #expect(map.text(in: .none) == "")
    #expect(map.place(of: .none) == nil)
  }

  @Test("A range that ends before it begins is empty")
  func backwards() {
    var map = SourceMap()
    let base = map.add(SourceText(name: "t", "ab"))
    #expect(map.text(in: SourceRange(start: base + 1, end: base)) == "")
  }

  @Test("A union covers both ranges, and no range adds nothing")
  func unions() {
    let left = SourceRange(start: 3, end: 5)
    let right = SourceRange(start: 8, end: 9)
    #expect(left.union(right) == SourceRange(start: 3, end: 9))
    #expect(SourceRange.none.union(right) == right)
    #expect(left.union(.none) == left)
  }

  @Test("There is room for what a position can still name, and no more")
  func room() {
    #expect(SourceMap().hasRoom(for: SourceMap.capacity - 2))
    #expect(!SourceMap().hasRoom(for: SourceMap.capacity))
  }
}
