public import Reporting

/// What differs between two lists of lines, in the form of `diff -u`.
public struct UnifiedDiff: Sendable {
  private var lines: [(sign: Character, text: String)] = []
  private var first: Int

  /// How many lines are shown around a difference.
  private static let context = 3
  /// Beyond so many lines, what lies between the first and the last difference is shown as replaced.
  private static let most = 4_000

  /// The difference; `line` is the line of the document where the first of `old` stands.
  public init(from old: [String], to new: [String], line: Int) {
    first = line
    let start = zip(old, new).prefix { $0 == $1 }.count
    let end = zip(old[start...].reversed(), new[start...].reversed()).prefix { $0 == $1 }.count
    let (gone, come) = (old[start..<(old.count - end)], new[start..<(new.count - end)])
    for line in old[..<start] { lines.append((" ", line)) }
    add(Array(gone), Array(come))
    for line in old[(old.count - end)...] { lines.append((" ", line)) }
  }

  private mutating func add(_ gone: [String], _ come: [String]) {
    var (removed, added): (Set<Int>, Set<Int>) = (Set(gone.indices), Set(come.indices))
    if gone.count + come.count <= Self.most {
      (removed, added) = ([], [])
      for change in come.difference(from: gone) {
        switch change {
        case .remove(let offset, _, _): removed.insert(offset)
        case .insert(let offset, _, _): added.insert(offset)
        }
      }
    }
    var next = 0
    for (index, line) in gone.enumerated() {
      if removed.contains(index) {
        lines.append(("-", line))
        continue
      }
      while next < come.count, added.contains(next) {
        lines.append(("+", come[next]))
        next += 1
      }
      lines.append((" ", line))
      next += 1
    }
    for line in come[min(next, come.count)...] { lines.append(("+", line)) }
  }

  /// The difference as a document, under a title for what was and what is; empty if there is none.
  public func document(_ name: String) -> Document {
    var document = Document()
    guard lines.contains(where: { $0.sign != " " }) else { return document }
    document.add(StyledText("--- \(name) (recorded)", .heading))
    document.add(StyledText("+++ \(name) (computed)", .heading))
    for hunk in hunks {
      document.add(StyledText(header(of: hunk), .muted))
      for line in lines[hunk] {
        let style: StyledText.Style = line.sign == "-" ? .bad : line.sign == "+" ? .good : .plain
        document.add(StyledText("\(line.sign)\(line.text)", style))
      }
    }
    return document
  }

  /// The stretches that are shown: each difference with the lines around it.
  private var hunks: [Range<Int>] {
    var hunks: [Range<Int>] = []
    for (index, line) in lines.enumerated() where line.sign != " " {
      let range = max(0, index - Self.context)..<min(lines.count, index + Self.context + 1)
      if let last = hunks.last, last.upperBound >= range.lowerBound {
        hunks[hunks.count - 1] = last.lowerBound..<range.upperBound
      } else {
        hunks.append(range)
      }
    }
    return hunks
  }

  private func header(of hunk: Range<Int>) -> String {
    func place(_ other: Character) -> String {
      let before = lines[..<hunk.lowerBound].count { $0.sign != other }
      let count = lines[hunk].count { $0.sign != other }
      return "\(first + before - (count == 0 ? 1 : 0)),\(count)"
    }
    return "@@ -\(place("+")) +\(place("-")) @@"
  }
}
