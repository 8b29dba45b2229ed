import Reporting

/// A program whose text marks a place, as in `y = ‹tanhh›(x)`, and the map that holds it.
struct MarkedProgram {
  var map = SourceMap()
  var range = SourceRange.none

  init(_ marked: String, file: String = "neuron.grad") {
    let parts = marked.split(omittingEmptySubsequences: false) { $0 == "‹" || $0 == "›" }
    precondition(parts.count == 3, "mark one place with ‹ and ›")
    let base = map.add(SourceText(name: file, parts.joined()))
    let start = base + UInt32(parts[0].utf8.count)
    range = SourceRange(start: start, end: start + UInt32(parts[1].utf8.count))
  }

  init(bytes: [UInt8], marking marked: Range<Int>, file: String = "neuron.grad") {
    let base = map.add(SourceText(name: file, bytes: bytes))
    range = SourceRange(
      start: base + UInt32(marked.lowerBound), end: base + UInt32(marked.upperBound))
  }

  /// The diagnostic "look here" at the marked place, as a person reads it.
  func rendered(_ renderer: TextRenderer = TextRenderer()) -> String {
    let diagnostic = Diagnostic(.error, "look-here", "look here", at: range)
    return renderer.text(DiagnosticRenderer(for: renderer).document(diagnostic, in: map))
  }
}
