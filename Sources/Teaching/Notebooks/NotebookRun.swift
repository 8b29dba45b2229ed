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
    /// What its picture shows, if it asks for one by an attribute.
    let shown: Event?
    /// That picture, as the document shows it.
    public let picture: CellPicture?
    /// Whether it has an error, or something in it does not hold.
    public let hasFailed: Bool

    /// Whether its output is the one that is recorded.
    public var isCurrent: Bool {
      if cell.attributes.isHidden, cell.recorded == nil { return true }
      return OutputPattern.matches(cell.recorded ?? [], lines)
    }

    /// Whether its picture is the one that is recorded; the file it refers to may still differ.
    ///
    /// Where none could be made, the one that is there stays.
    public var isPictureCurrent: Bool {
      cell.attributes.isNondeterministic && !cell.recordedPicture.isEmpty
        || picture.map { $0.lines == cell.recordedPicture } ?? true
    }

    /// The output to be recorded: what it printed, with the lines `...` that still stand for some.
    var newOutput: [String] { OutputPattern.renewed(cell.recorded ?? [], lines) }

    /// How its output differs from the one that is recorded.
    public var outputDifference: UnifiedDiff {
      let (old, new) = isCurrent ? ([], []) : (cell.recorded ?? [], newOutput)
      return UnifiedDiff(from: old, to: new, line: cell.outputLine)
    }

    /// How its picture differs from the one that is recorded.
    public var pictureDifference: UnifiedDiff {
      let (old, new) = isPictureCurrent ? ([], []) : (cell.recordedPicture, picture?.lines ?? [])
      return UnifiedDiff(from: old, to: new, line: cell.pictureLine)
    }

    /// Whether it fails and is not marked as a cell that must.
    public var hasFailedUnexpectedly: Bool { hasFailed && !cell.attributes.mustFail }

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
          cell: cell, lines: outcome.lines, pieces: outcome.pieces, shown: outcome.shown,
          picture: outcome.shown.flatMap { CellPicture($0, of: cell, in: notebook) },
          hasFailed: outcome.hasFailed))
    }
  }

  /// The folder of the document; empty for the present one.
  public var folder: String { notebook.folder }

  /// The cells whose recorded output is not what they print, or which must fail and do not.
  public var stale: [Result] {
    results.filter { result in
      let isCompared = !result.cell.attributes.isNondeterministic
      return isCompared && !(result.isCurrent && result.isPictureCurrent)
        || result.cell.attributes.mustFail && !result.hasFailed
    }
  }

  /// The document with the outputs of this run; the same bytes if none of them has changed.
  public var updated: [UInt8] {
    var splice = Splice(notebook)
    for result in results {
      if !result.isCurrent { splice.record(result.newOutput, for: result.cell) }
      if let picture = result.picture, picture.lines != result.cell.recordedPicture {
        splice.record(picture: picture.lines, for: result.cell)
      }
    }
    return splice.bytes
  }
}
