/// Which cells of a document are meant: all of them, or those with a label or under a heading.
public struct CellFilter: Sendable {
  /// A label, or the words of a heading; nil for all cells.
  public var name: String?

  /// A filter for all cells, or for those by that name.
  public init(_ name: String? = nil) { self.name = name }

  /// Whether a cell is meant.
  public func includes(_ cell: Cell) -> Bool {
    guard let name else { return true }
    return cell.attributes.label == name
      || cell.headings.contains { $0.lowercased() == name.lowercased() }
  }

  /// Every name that picks cells of a document.
  public static func names(in notebook: Notebook) -> [String] {
    notebook.cells.compactMap(\.attributes.label) + notebook.headings
  }
}
