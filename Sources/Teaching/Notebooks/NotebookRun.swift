import Language
import Reporting

/// What became of the cells of a document.
public struct NotebookRun: Sendable {
  /// The document.
  public let notebook: Notebook
  /// What became of each cell that is meant.
  public private(set) var results: [Result] = []
  /// Whether a person stopped it; then nothing is to be written.
  public private(set) var isInterrupted = false

  /// A cell and what became of it.
  public struct Result: Sendable {
    /// The cell.
    public let cell: Cell
    /// What it printed.
    public let lines: [String]
    /// The events behind that, where the runner keeps them.
    public let pieces: [CellRunner.Piece]
    /// Whether it has an error, or something in it does not hold.
    public let hasFailed: Bool

    /// Whether its output is the one that is recorded.
    public var isCurrent: Bool {
      if cell.attributes.isHidden, cell.recorded == nil { return true }
      return OutputPattern.matches(cell.recorded ?? [], lines)
    }

    /// Whether it fails where it should not, or does not where it must.
    public var isUnexpected: Bool { hasFailed != cell.attributes.mustFail }
  }

  /// Runs every cell up to the last that is meant, in one session.
  public init(
    of notebook: Notebook, only filter: CellFilter = CellFilter(), by runner: CellRunner
  ) {
    self.notebook = notebook
    runner.folder = notebook.folder
    let last = notebook.cells.last { filter.includes($0) }?.number ?? 0
    for cell in notebook.cells.prefix(last) {
      let outcome = runner.run(cell)
      if outcome.isInterrupted {
        isInterrupted = true
        return
      }
      guard filter.includes(cell) else { continue }
      results.append(
        Result(
          cell: cell, lines: outcome.lines, pieces: outcome.pieces, hasFailed: outcome.hasFailed))
    }
  }

  /// The cells whose recorded output is not what they print, or which must fail and do not.
  public var stale: [Result] {
    results.filter { result in
      let isCompared = !result.cell.attributes.isNondeterministic
      return isCompared && !result.isCurrent
        || result.cell.attributes.mustFail && !result.hasFailed
    }
  }

  /// The document with the outputs of this run; the same bytes if none of them has changed.
  public var updated: [UInt8] {
    var splice = Splice(notebook)
    for result in results where !result.isCurrent { splice.record(result.lines, for: result.cell) }
    return splice.bytes
  }
}
