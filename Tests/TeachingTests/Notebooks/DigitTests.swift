import Foundation
import Reporting
import Testing

@testable import Teaching

@Suite("A digit that is not the one printed")
struct DigitTests {
  /// Every document of the course and every notebook.
  static let documents: [String] = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    var paths: [String] = []
    for folder in ["lessons", "notebooks-md"] {
      let place = root.appending(path: folder).path
      for file in (try? FileManager.default.subpathsOfDirectory(atPath: place)) ?? []
      where folder == "lessons" ? file.hasSuffix("/lesson.md") : file.hasSuffix(".md") {
        paths.append("\(place)/\(file)")
      }
    }
    return paths.sorted()
  }()

  private func notebook(_ path: String) throws -> Notebook {
    let bytes = try Array(Data(contentsOf: URL(filePath: path)))
    return try Notebook(SourceText(name: path, bytes: bytes))
  }

  /// What a cell would come to whose recorded output or picture were another.
  private func result(
    of cell: Cell, recorded: [String]?, printing lines: [String]
  ) -> NotebookRun.Result {
    let changed = Cell(
      number: cell.number, program: cell.program, attributes: cell.attributes,
      headings: cell.headings, line: cell.line, recorded: recorded, fence: cell.fence,
      output: cell.output, picture: cell.picture)
    return NotebookRun.Result(
      cell: changed, lines: lines, pieces: [], shown: nil, picture: nil, hasFailed: false)
  }

  private func next(_ digit: UInt8) -> UInt8 { digit == UInt8(ascii: "9") ? digit - 9 : digit + 1 }

  private func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  @Test("Each is found, and the difference shows its line and the right one", arguments: documents)
  func eachIsFound(_ path: String) throws {
    for cell in try notebook(path).cells where !cell.attributes.isNondeterministic {
      guard let output = cell.recorded else { continue }
      // What '...' stands for is longer than any line beside it, and unlike them.
      let printed = output.flatMap { line in
        line == "..." ? (1...3).map { "~ left out ~ \($0)" } : [line]
      }
      #expect(result(of: cell, recorded: output, printing: printed).isCurrent)
      for (place, line) in output.enumerated() {
        var isFirst = true
        let bytes = Array(line.utf8)
        for (index, byte) in bytes.enumerated() where isDigit(byte) {
          var changed = bytes
          changed[index] = next(byte)
          var recorded = output
          recorded[place] = String(decoding: changed, as: UTF8.self)
          let result = result(of: cell, recorded: recorded, printing: printed)
          #expect(!result.isCurrent, "\(path): \(recorded[place])")
          if isFirst {
            let shown = lines(of: result.outputDifference)
            #expect(shown.filter { $0.hasPrefix("-") }.dropFirst() == ["-" + recorded[place]])
            #expect(shown.filter { $0.hasPrefix("+") }.dropFirst() == ["+" + line])
            let start = cell.outputLine + max(place - 3, 0)
            #expect(shown.contains { $0.hasPrefix("@@ -\(start),") }, "\(path): \(line)")
            #expect(result.newOutput == output)
          }
          isFirst = false
        }
      }
    }
  }

  @Test("One digit of a file is one digit of one cell", arguments: documents)
  func oneCell(_ path: String) throws {
    let notebook = try notebook(path)
    var dice = MutationTests.Dice(state: UInt64(notebook.source.bytes.count))
    for cell in notebook.cells {
      guard let body = cell.output?.body else { continue }
      let digits = body.filter { isDigit(notebook.source.bytes[$0]) }
      guard let digit = digits.randomElement(using: &dice) else { continue }
      var bytes = notebook.source.bytes
      bytes[digit] = next(bytes[digit])
      let changed = try Notebook(SourceText(name: path, bytes: bytes))
      let different = zip(notebook.cells, changed.cells).filter { $0.recorded != $1.recorded }
      #expect(different.map(\.0.number) == [cell.number])
      #expect(changed.cells.count == notebook.cells.count)
    }
  }

  private func lines(of difference: UnifiedDiff) -> [String] {
    difference.document("n.md").blocks.compactMap { block in
      if case .line(let line, _) = block { line.text } else { nil }
    }
  }
}
