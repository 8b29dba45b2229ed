public import Reporting

/// A piece of a notebook that runs: a fenced block whose first word is `gradus`.
public struct Cell: Sendable {
  /// Its number in the document, from 1.
  public let number: Int
  /// Its program.
  public let program: String
  /// What stands after the word `gradus`.
  public let attributes: CellAttributes
  /// The headings it stands under, the outermost first.
  public let headings: [String]
  /// The line of the document before its first line.
  public let line: Int
  /// The lines of its recorded output; nil where none is recorded.
  public let recorded: [String]?

  let fence: Fence
  let output: Fence?
  let picture: RecordedPicture?
  /// Whether another output stands below its own, which would be taken for it if that went away.
  var isBeforeOutput = false

  /// The lines of its recorded picture; none where it has none.
  public var recordedPicture: [String] { picture?.lines ?? [] }

  /// The line of the document where its picture begins or would begin.
  public var pictureLine: Int { picture?.opening ?? (output?.closing ?? fence.closing ?? line) + 1 }

  /// What messages call it: `<cell 3>`.
  ///
  /// Without the line of the document, so that a word added above makes no output stale.
  public var name: String { "<cell \(number)>" }

  /// The line of the document where its output begins or would begin.
  public var outputLine: Int {
    if let output { return output.opening + 1 }
    return (fence.closing ?? fence.opening) + 1
  }

  /// The program as a text of its own.
  public var source: SourceText { SourceText(name: name, program) }
}
