import Glibc
import Reporting
import Teaching

/// The files beside a document in which the pictures of its cells lie.
enum PictureFiles {
  /// Where a picture of a document in that folder lies.
  static func path(of file: CellPicture.File, in folder: String) -> String {
    self.folder(of: file, in: folder) + "/" + file.name
  }

  /// Whether the file of a result's picture is what the cell draws; true if it has none.
  static func isCurrent(_ result: NotebookRun.Result, in folder: String) -> Bool {
    guard let file = result.picture?.file else { return true }
    let old = try? ProgramFile.read(path(of: file, in: folder))
    guard let old else { return false }
    return result.cell.attributes.isNondeterministic || old.bytes == Array(file.text.utf8)
  }

  /// Writes the file of a result's picture unless it is current already; gives what went wrong.
  static func write(_ result: NotebookRun.Result, in folder: String) -> String? {
    guard let file = result.picture?.file else { return nil }
    let path = path(of: file, in: folder)
    if let old = try? ProgramFile.read(path) {
      if old.bytes == Array(file.text.utf8) { return nil }
      // Every plot drawn here says so in its first line; anything else may be somebody's own.
      guard old.bytes.isEmpty || old.text(0..<old.bytes.count).contains("class=\"gradus-plot\"")
      else {
        return "'\(path.sanitizedLine)' is another picture and stays; give the cell another label"
      }
    }
    mkdir(self.folder(of: file, in: folder), 0o777)
    do throws(SystemError) {
      try AtomicFile.write(file.text, to: path)
      return nil
    } catch {
      return "cannot write '\(path.sanitizedLine)': \(error.words)"
    }
  }

  /// Tells of pictures beside a document that no cell makes any more and its text does not name.
  static func tellOfOthers(beside notebook: Notebook, in folder: String) {
    guard let pictures = notebook.pictureFolder else { return }
    let place = folder.isEmpty ? pictures : "\(folder)/\(pictures)"
    let known = notebook.pictureNames
    let text = notebook.source.text(0..<notebook.source.bytes.count)
    for name in names(in: place)
    where name.hasSuffix(".svg") && !known.contains(name) && !text.contains(name) {
      Complaint.tell("'\("\(place)/\(name)".sanitizedLine)' is the picture of no cell; delete it")
    }
  }

  private static func names(in folder: String) -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      names.append(
        withUnsafePointer(to: &entry.pointee.d_name) { pointer in
          pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        })
    }
    return names.sorted()
  }

  private static func folder(of file: CellPicture.File, in folder: String) -> String {
    folder.isEmpty ? file.folder : "\(folder)/\(file.folder)"
  }
}
