import Language
import Pictures
import Reporting

/// The picture that a cell asks for with `draw=` or `plot=`, as the document shows it where
/// Markdown is read: a graph as a block of Mermaid, a plot as an SVG file beside the document.
public struct CellPicture: Sendable {
  /// The lines below the output of the cell.
  public let lines: [String]
  /// The file they refer to, if any.
  public let file: File?

  /// A file beside the document.
  public struct File: Sendable {
    /// Its folder, relative to the folder of the document.
    public var folder: String
    /// Its name in that folder.
    public var name: String
    /// What it holds.
    public var text: String
  }

  /// The picture that an event shows; nil if it shows none, or if there is no document for it to lie
  /// beside.
  init?(_ event: Event, of cell: Cell, in notebook: Notebook) {
    switch event {
    case .drawing(let report):
      let picture = GraphPicture(
        tape: report.pass.tape, graph: report.pass.graph, title: report.pass.name)
      var text = picture.mermaid()
      if text.hasSuffix("\n") { text.removeLast() }
      lines = ["```mermaid"] + text.split(separator: "\n").map(String.init) + ["```"]
      file = nil
    case .plot(let report, _):
      guard let folder = notebook.pictureFolder else { return nil }
      let file = File(folder: folder, name: CellPicture.name(of: cell), text: report.svg())
      let target = CellPicture.encoded("\(file.folder)/\(file.name)")
      lines = ["![\(CellPicture.escaped("plot of \(report.title)"))](\(target))"]
      self.file = file
    default: return nil
    }
  }

  /// The name of the file of a cell's plot: that of its label, or the cell's number.
  ///
  /// A label that reads like the number of a cell could be that of another, and is not used.
  static func name(of cell: Cell) -> String {
    guard let label = cell.attributes.label,
      label.unicodeScalars.allSatisfy({ isPlain($0) && $0 != "." }),
      !(label.hasPrefix("cell-") && label.dropFirst(5).allSatisfy { $0.isASCII && $0.isNumber })
    else { return "cell-\(cell.number).svg" }
    return label + ".svg"
  }

  /// A path as the target of a link.
  static func encoded(_ path: String) -> String {
    var output = ""
    for byte in path.utf8 {
      let scalar = Unicode.Scalar(byte)
      if isPlain(scalar) || scalar == "/" {
        output.unicodeScalars.append(scalar)
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        output += "%" + (digits.utf8.count < 2 ? "0" : "") + digits
      }
    }
    return output
  }

  /// Words in which Markdown finds no sign of its own.
  static func escaped(_ words: String) -> String {
    var output = ""
    for scalar in words.sanitizedLine.unicodeScalars {
      if "\\`*_{}[]()<>#+!|&$~".unicodeScalars.contains(scalar) { output += "\\" }
      output.unicodeScalars.append(scalar)
    }
    return output
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII
      && (scalar.properties.isAlphabetic || "0123456789-_.".unicodeScalars.contains(scalar))
  }
}

extension Notebook {
  /// The folder beside it in which its plots lie; nil for what is no file.
  ///
  /// `a.md` has `a-pictures`; any other ending stays, so that no two documents share a folder.
  public var pictureFolder: String? { Notebook.pictureFolder(of: source) }

  static func pictureFolder(of source: SourceText) -> String? {
    guard !source.name.hasPrefix("<"), let file = source.name.split(separator: "/").last else {
      return nil
    }
    return (file.hasSuffix(".md") && file.count > 3 ? file.dropLast(3) : file) + "-pictures"
  }

  /// The names of the files that its plots have there.
  public var pictureNames: Set<String> {
    Set(cells.filter { $0.attributes.plot != nil }.map(CellPicture.name))
  }
}
