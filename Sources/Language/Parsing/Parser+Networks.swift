import Reporting

/// Networks: a width and layers with arrows between them.
extension Parser {
  mutating func network() throws(Diagnostic) -> Statement.Kind {
    advance()
    let name = try name(after: "net")
    guard take(.assign) else {
      throw SyntaxProblem.expected("'=' after '\(name.text)'", found: found)
        .diagnostic(at: token.range)
    }
    let width = try definedValue()
    guard takeArrow() else {
      throw SyntaxProblem.expected("'->' and a layer", found: found).diagnostic(at: token.range)
    }
    let layers = try layers()
    var options: [Argument] = []
    if take(.comma) { options = try arguments(until: nil) }
    return .network(
      NetworkSyntax(name: name, width: width, layers: layers, options: options))
  }

  /// Takes an arrow, which may begin the next line or end this one.
  private mutating func takeArrow() -> Bool {
    var ahead = self
    ahead.skipNewlines()
    guard ahead.take(.arrow) else { return false }
    ahead.skipNewlines()
    self = ahead
    return true
  }

  /// Layers with arrows between them.
  private mutating func layers() throws(Diagnostic) -> [LayerSyntax] {
    var layers = [try layer()]
    while takeArrow() { layers.append(try layer()) }
    return layers
  }

  private mutating func layer() throws(Diagnostic) -> LayerSyntax {
    let name = try name(after: "->")
    var layer = LayerSyntax(name: name, arguments: [], inner: [], range: name.range)
    guard isAt(.openParenthesis) else { return layer }
    (layer.arguments, layer.inner) = try bracketed { parser throws(Diagnostic) in
      switch name.text {
      case "residual": return ([], try parser.nested { p throws(Diagnostic) in try p.layers() })
      case "repeat":
        let count = Argument(name: nil, value: try parser.expression())
        guard parser.take(.comma) else {
          throw SyntaxProblem.expected("',' and the layers to repeat", found: parser.found)
            .diagnostic(at: parser.token.range)
        }
        return ([count], try parser.nested { p throws(Diagnostic) in try p.layers() })
      default: return (try parser.arguments(until: .closeParenthesis), [])
      }
    }
    layer.range = SourceRange(start: name.range.start, end: last.range.end)
    return layer
  }
}
