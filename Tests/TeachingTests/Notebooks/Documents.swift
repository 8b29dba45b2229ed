import Reporting
import Teaching

/// A document from its text.
func notebook(_ text: String) throws(DocumentFault) -> Notebook {
  try Notebook(SourceText(name: "test.md", text))
}

/// A document with the outputs of its cells recorded.
func recorded(_ text: String) throws -> String {
  String(decoding: try recorded(Array(text.utf8)), as: UTF8.self)
}

func recorded(_ bytes: [UInt8]) throws -> [UInt8] {
  let notebook = try Notebook(SourceText(name: "test.md", bytes: bytes))
  return NotebookRun(of: notebook, by: CellRunner()).updated
}

/// The messages about a document that cannot be read; empty if it can.
func complaints(_ text: String) -> [String] {
  do {
    _ = try notebook(text)
    return []
  } catch {
    return error.diagnostics.map { diagnostic in
      let place = error.sources.place(of: diagnostic.range)
      return "\(place?.start.line ?? 0): \(diagnostic.message)"
    }
  }
}
