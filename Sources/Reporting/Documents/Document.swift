/// What is said to a person, before it is decided how: lines and tables of styled text.
public struct Document: Sendable, Equatable {
  /// One part of a document, from top to bottom.
  public enum Block: Sendable, Equatable {
    /// A line, wrapped at the width of the page with its continuation indented.
    case line(StyledText, indent: Int)
    /// Rows whose cells line up.
    case table(Table)
    /// Text with something before each of its lines.
    case paragraph(Paragraph)
  }

  /// The parts, from top to bottom.
  public var blocks: [Block] = []

  /// A document with nothing in it.
  public init() {}

  /// A document of one line.
  public init(_ line: StyledText) {
    add(line)
  }

  /// Adds a line; `indent` is in columns.
  public mutating func add(_ line: StyledText, indent: Int = 0) {
    blocks.append(.line(line, indent: indent))
  }

  /// Adds an empty line.
  public mutating func addSpace() {
    blocks.append(.line(StyledText(), indent: 0))
  }

  /// Adds a table, unless it has no row.
  public mutating func add(_ table: Table) {
    if !table.rows.isEmpty { blocks.append(.table(table)) }
  }

  /// Adds a paragraph.
  public mutating func add(_ paragraph: Paragraph) {
    blocks.append(.paragraph(paragraph))
  }

  /// Adds all of another document.
  public mutating func add(_ other: Document) {
    blocks += other.blocks
  }
}

/// Rows of cells that line up, each column by its own rule.
public struct Table: Sendable, Equatable {
  /// How a column's cells stand in it.
  public enum Alignment: Sendable {
    /// Words: flush left.
    case left
    /// Numbers: flush right.
    case right
  }

  /// The rule of each column; columns beyond the list are flush left.
  public var alignments: [Alignment]
  /// The cells, row by row; rows may be of different lengths.
  public var rows: [[StyledText]]
  /// Columns of space before each row.
  public var indent: Int

  /// A table from its parts.
  public init(_ alignments: [Alignment] = [], rows: [[StyledText]] = [], indent: Int = 0) {
    self.alignments = alignments
    self.rows = rows
    self.indent = indent
  }
}
