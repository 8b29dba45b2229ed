import Glibc
import Reporting

/// The files of lessons as they lie in their folders.
enum LessonFiles {
  /// The largest program or task that is read, in bytes.
  static let largest = 16 << 20

  /// The text of a file; throws why it cannot be read, and what to do.
  static func read(_ path: String) throws(DocumentFault) -> SourceText {
    guard let file = fopen(path, "re") else {
      let words = strerror(errno).map { String(cString: $0).lowercased() } ?? "it cannot be opened"
      throw fault(path, "there is no file here that can be read: \(words)", "write it")
    }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&piece, 1, piece.count, file)
      if count == 0 { break }
      bytes += piece[..<count]
      if bytes.count > largest {
        throw fault(path, "this file is larger than 16 MiB", "make it smaller")
      }
    }
    if ferror(file) != 0 { throw fault(path, "this is no file that can be read", "write a file") }
    return SourceText(name: path, bytes: bytes)
  }

  /// The names in a folder, in order, hidden ones aside; none if there is no such folder.
  static func names(in folder: String) -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }

  /// Whether a folder is there.
  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Whether an ordinary file is there.
  static func isFile(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// What is wrong with a file that has no text to point at.
  static func fault(_ path: String, _ message: String, _ remedy: String) -> DocumentFault {
    DocumentFault(
      SourceText(name: path, ""),
      [Diagnostic("lesson-file", message, at: SourceRange(start: 1, end: 1), notes: [remedy])])
  }
}
