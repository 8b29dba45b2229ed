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

  /// Writes the file of a result's picture unless it is current already.
  static func write(_ result: NotebookRun.Result, in folder: String) throws {
    guard let file = result.picture?.file else { return }
    let path = path(of: file, in: folder)
    if let old = try? ProgramFile.read(path), old.bytes == Array(file.text.utf8) { return }
    mkdir(self.folder(of: file, in: folder), 0o777)
    do throws(SystemError) {
      try AtomicFile.write(file.text, to: path)
    } catch {
      try Complaint.leave(.cannotWrite, "cannot write '\(path.sanitizedLine)': \(error.words)")
    }
  }

  private static func folder(of file: CellPicture.File, in folder: String) -> String {
    folder.isEmpty ? file.folder : "\(folder)/\(file.folder)"
  }
}
