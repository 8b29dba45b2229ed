import Reporting

extension GraphPicture {
  /// The picture as a Mermaid flowchart, which GitHub draws in a page of Markdown.
  public func mermaid(digits: Int = 4) -> String {
    let wording = Wording(numbers: NumberStyle(digits: digits))
    var lines = [
      "---", "title: \(JSONValue.string(title.sanitizedLine).text)", "---", "flowchart LR",
    ]
    for (index, box) in boxes.enumerated() {
      let label = GraphPicture.mermaidQuoted(wording.lines(of: box))
      let shape =
        switch (box.kind, box.isOutput) {
        case (_, true): "([\(label)])"
        case (.computed, false): "(\(label))"
        case (.leaf, false), (.constant, false): "[\(label)]"
        }
      lines.append("  n\(index)\(shape)")
    }
    for arrow in arrows {
      let label = wording.lines(beside: arrow, back: "←")
      let line = label.isEmpty ? "-.->" : "-->|\(GraphPicture.mermaidQuoted(label))|"
      lines.append("  n\(arrow.from) \(line) n\(arrow.to)")
    }
    if let omission = wording.omission(of: self) {
      lines.append("  note[\(GraphPicture.mermaidQuoted([omission]))]")
    }
    let constants = boxes.indices.filter { boxes[$0].kind == .constant }.map { "n\($0)" }
    if !constants.isEmpty {
      lines.append("  classDef constant stroke-dasharray: 5 3")
      lines.append("  class \(constants.joined(separator: ",")) constant")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Lines of text as one label: whatever Mermaid or Markdown might read as a sign becomes a number.
  private static func mermaidQuoted(_ lines: [String]) -> String {
    let escaped = lines.map { line in
      line.sanitizedLine.unicodeScalars.map { scalar in
        let isPlain =
          !scalar.isASCII || scalar.properties.isAlphabetic
          || " =+-.,()0123456789/^%"
            .unicodeScalars.contains(scalar)
        return isPlain ? String(scalar) : "#\(scalar.value);"
      }.joined()
    }
    return "\"" + escaped.joined(separator: "<br/>") + "\""
  }
}
