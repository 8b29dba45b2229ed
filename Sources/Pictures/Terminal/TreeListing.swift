import Reporting

/// A picture as an indented list: below every node what it is made of.
///
/// A node that several use is described once and referred to by its name afterwards.
struct TreeListing {
  private let picture: GraphPicture
  private let wording: Wording
  /// The arrows that lead to each box, by operand.
  private let incoming: [[GraphPicture.Arrow]]
  /// How deep a list may be before it is continued at the left edge.
  private let greatestDepth: Int
  private let width: Int

  /// One line that is still to be written.
  private struct Entry {
    var box: Int
    /// How the line above uses it.
    var arrow: GraphPicture.Arrow?
    /// What stands before the line.
    var prefix = ""
    /// What stands before the lines of what it is made of.
    var below = ""
    /// Whether it is all that the line above is made of, so that it needs no indent.
    var isChained = false
    var depth = 0
  }

  init(_ picture: GraphPicture, _ wording: Wording, width: Int) {
    self.picture = picture
    self.wording = wording
    var incoming = [[GraphPicture.Arrow]](repeating: [], count: picture.boxes.count)
    for arrow in picture.arrows { incoming[arrow.to].append(arrow) }
    self.incoming = incoming
    self.width = width
    greatestDepth = max(1, width / 8)
  }

  /// The list.
  var document: Document {
    var lines: [Line?] = []
    var isDescribed = [Bool](repeating: false, count: picture.boxes.count)
    var roots = picture.boxes.isEmpty ? [] : [picture.boxes.count - 1]
    var signs: Set<Sign> = []
    while let root = roots.popLast() {
      guard !isDescribed[root] else { continue }
      if !lines.isEmpty { lines.append(nil) }
      var waiting = [Entry(box: root)]
      while let entry = waiting.popLast() {
        if isDescribed[entry.box] {
          lines.append(reference(.above, to: entry))
          signs.insert(.above)
        } else if entry.depth > greatestDepth, !incoming[entry.box].isEmpty {
          lines.append(reference(.below, to: entry))
          signs.insert(.below)
          roots.append(entry.box)
        } else {
          isDescribed[entry.box] = true
          lines.append(description(of: entry))
          if incoming[entry.box].count == 1 { signs.insert(.chain) }
          waiting += entries(below: entry).reversed()
        }
      }
    }
    var document = Document()
    let widths = columnWidths(lines.compactMap(\.self))
    for line in lines { document.add(line?.text(widths) ?? StyledText()) }
    if !signs.isEmpty {
      document.addSpace()
      let legend = Sign.allCases.filter(signs.contains).map {
        $0.text(ascii: wording.ascii) + " " + $0.meaning
      }
      document.add(StyledText(legend.joined(separator: "   "), .muted))
    }
    return document
  }

  /// The width of each column if all lines fit with their columns aligned; else none.
  private func columnWidths(_ lines: [Line]) -> [Int] {
    let count = lines.map(\.columns.count).max() ?? 0
    let widths = (0..<count).map { column in
      lines.map { column < $0.columns.count ? $0.columns[column].columns : 0 }.max() ?? 0
    }
    let room = widths.reduce(0, +) + Line.space.columns * max(widths.count - 1, 0)
    return room <= width ? widths : []
  }

  /// A line in columns: what it is about, value, gradient, local derivative.
  private struct Line {
    static let space = StyledText("   ")
    var columns: [StyledText]

    func text(_ widths: [Int]) -> StyledText {
      var text = StyledText()
      for (index, column) in columns.enumerated() {
        let isEmpty = column.spans.isEmpty
        if index > 0, !(isEmpty && widths.isEmpty) { text += Line.space }
        text += column
        if index < widths.count {
          text.add(String(repeating: " ", count: widths[index] - column.columns))
        }
      }
      return text
    }
  }

  /// What an arrow in the list says.
  private enum Sign: String, CaseIterable {
    case chain = "▲"
    case above = "↑"
    case below = "↓"

    var meaning: String {
      switch self {
      case .chain: "feeds the line above"
      case .above: "described above"
      case .below: "continued below"
      }
    }

    /// The sign on the screen; in ASCII both arrows that point up would be the same.
    func text(ascii: Bool) -> String {
      ascii && self == .chain ? "|" : rawValue
    }
  }

  private func reference(_ sign: Sign, to entry: Entry) -> Line {
    let head =
      StyledText(entry.prefix + sign.text(ascii: wording.ascii) + " ", .muted)
      + StyledText(wording.shown(picture.boxes[entry.box].title), .name)
    return Line(columns: [head, "", "", local(entry)])
  }

  private func description(of entry: Entry) -> Line {
    let box = picture.boxes[entry.box]
    var head = StyledText(entry.prefix, .muted) + wording.header(of: box)
    guard let value = wording.value(of: box) else {
      return Line(columns: [head + wording.bareNumber(of: box)])
    }
    if let hidden = wording.hiddenOperands(of: box) { head += StyledText("  ") + hidden }
    return Line(columns: [head, value, wording.gradient(of: box, after: ""), local(entry)])
  }

  private func local(_ entry: Entry) -> StyledText {
    guard let factor = entry.arrow.flatMap(wording.factor) else { return StyledText() }
    return StyledText("local ", .muted) + StyledText(String(factor.dropFirst()), .number)
  }

  private func entries(below entry: Entry) -> [Entry] {
    let arrows = incoming[entry.box]
    if let only = arrows.first, arrows.count == 1 {
      return [
        Entry(
          box: only.from, arrow: only,
          prefix: entry.below + Sign.chain.text(ascii: wording.ascii) + " ", below: entry.below,
          isChained: true, depth: entry.depth)
      ]
    }
    let margin = entry.below + (entry.isChained ? "  " : "")
    return arrows.enumerated().map { index, arrow in
      let isLast = index == arrows.count - 1
      return Entry(
        box: arrow.from, arrow: arrow, prefix: margin + (isLast ? "╰─ " : "├─ "),
        below: margin + (isLast ? "   " : "│  "), depth: entry.depth + 1)
    }
  }
}
