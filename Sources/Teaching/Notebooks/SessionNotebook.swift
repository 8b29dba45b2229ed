public import Language
import Reporting

/// A session written down as a notebook, whose cells have run once more: so what is recorded is
/// what they print.
public struct SessionNotebook: Sendable {
  /// The file.
  public let bytes: [UInt8]
  /// How many cells it has.
  public let cellCount: Int

  /// What the notebook is made of.
  private enum Piece {
    case cell([String])
    case stopped(String, when: String)
  }

  /// Writes statements down for a file; nil if a person stopped the cells that run.
  ///
  /// `words` gives a statement as it must stand in that file; `comments` stand below the last.
  public init?(
    _ statements: [KeptStatement], comments: [String] = [], for path: String,
    words: (KeptStatement) -> String, by runner: CellRunner
  ) throws(DocumentFault) {
    let pieces = SessionNotebook.pieces(statements, comments, words)
    let draft = try Notebook(
      SourceText(name: path, SessionNotebook.text(pieces, for: path, failing: [])))
    let run = NotebookRun(of: draft, by: runner)
    if run.isInterrupted { return nil }
    let failing = Set(run.results.filter(\.hasFailed).map(\.cell.number))
    let notebook = try Notebook(
      SourceText(name: path, SessionNotebook.text(pieces, for: path, failing: failing)))
    var splice = Splice(notebook)
    for (cell, result) in zip(notebook.cells, run.results) {
      splice.record(result.lines, for: cell)
    }
    bytes = splice.bytes
    cellCount = notebook.cells.count
  }

  /// A cell ends with what it shows; checks that follow each other share one, and a comment begins
  /// another.
  private static func pieces(
    _ statements: [KeptStatement], _ comments: [String], _ words: (KeptStatement) -> String
  ) -> [Piece] {
    var pieces: [Piece] = []
    var lines: [String] = []
    var last = ""
    func end() {
      if !lines.isEmpty { pieces.append(.cell(lines)) }
      (lines, last) = ([], "")
    }
    for statement in statements {
      let text = words(statement)
      let verb = String(text.prefix { !$0.isWhitespace })
      let isAlike = last == verb && ["claim", "expect", "show"].contains(verb)
      if !last.isEmpty, !isAlike || !statement.comments.isEmpty { end() }
      lines += statement.comments
      if let stop = statement.stop {
        end()
        pieces.append(.stopped(text, when: stop))
      } else {
        lines.append(text)
        if !statement.isSilent { last = verb }
      }
    }
    if !last.isEmpty, !comments.isEmpty { end() }
    lines += comments
    end()
    return pieces
  }

  private static func text(_ pieces: [Piece], for path: String, failing: Set<Int>) -> String {
    var blocks = ["# \(title(of: path))", "*What was the question? Write it here.*"]
    var number = 0
    for piece in pieces {
      switch piece {
      case .cell(let lines):
        number += 1
        blocks.append(fenced("gradus" + (failing.contains(number) ? " error" : ""), lines))
      case .stopped(let text, let when):
        let place = when.hasPrefix("stopped after") ? when.dropFirst("stopped".count) : ""
        blocks.append(
          "Stopped with Ctrl-C\(place), so no cell; what follows goes on without it, and its numbers "
            + "may not be those of the session:")
        blocks.append(fenced("text", [text]))
      }
    }
    blocks.append("*What came out? Write it here.*")
    return blocks.joined(separator: "\n\n") + "\n"
  }

  private static func fenced(_ info: String, _ lines: [String]) -> String {
    let length = max(3, Splice.longestRun(of: UInt8(ascii: "`"), in: lines) + 1)
    let fence = String(repeating: "`", count: length)
    return ([fence + info] + lines + [fence]).joined(separator: "\n")
  }

  private static func title(of path: String) -> String {
    var name = path.split(separator: "/").last.map(String.init) ?? path
    if let dot = name.lastIndex(of: "."), dot > name.startIndex { name = String(name[..<dot]) }
    name = String(name.map { "-_".contains($0) ? " " : $0 })
    return CellPicture.escaped(name.prefix(1).uppercased() + name.dropFirst())
  }
}
