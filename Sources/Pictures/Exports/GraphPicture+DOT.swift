import Reporting

extension GraphPicture {
  /// The picture as a graph description for Graphviz.
  public func dot(digits: Int = 4) -> String {
    let wording = Wording(numbers: NumberStyle(digits: digits))
    var lines = [
      "digraph {",
      "  label=\(GraphPicture.dotQuoted([title] + [wording.omission(of: self)].compactMap(\.self)))",
      "  rankdir=LR",
      "  node [shape=box, fontname=\"monospace\"]",
      "  edge [fontname=\"monospace\"]",
    ]
    for (index, box) in boxes.enumerated() {
      let label = GraphPicture.dotQuoted(wording.lines(of: box))
      let look =
        switch box.kind {
        case .leaf: ""
        case .constant: ", style=dashed"
        case .computed: ", style=rounded"
        }
      lines.append("  n\(index) [label=\(label)\(look)\(box.isOutput ? ", peripheries=2" : "")]")
    }
    for arrow in arrows {
      let label = wording.lines(beside: arrow, back: "←")
      let look = label.isEmpty ? "style=dashed" : "label=\(GraphPicture.dotQuoted(label))"
      lines.append("  n\(arrow.from) -> n\(arrow.to) [\(look)]")
    }
    return (lines + ["}", ""]).joined(separator: "\n")
  }

  private static func dotQuoted(_ lines: [String]) -> String {
    let escaped = lines.map { line in
      line.sanitizedLine.unicodeScalars
        .map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0) }.joined()
    }
    return "\"" + escaped.joined(separator: "\\n") + "\""
  }
}
