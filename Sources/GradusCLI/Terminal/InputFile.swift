import Glibc
import Reporting

/// A file that cannot be read or written, and why.
struct FileProblem: Error {
  /// What a person is told.
  let message: String
}

/// Reads a file whole.
enum InputFile {
  /// The bytes of a file, or of standard input for `-`.
  static func bytes(of path: String) throws(FileProblem) -> [UInt8] {
    if path == "-" { return try read(STDIN_FILENO, expected: 0, named: "standard input") }
    let shown = "'\(path.sanitizedLine)'"
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw problem(path, errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw problem(path, errno) }
    if status.st_mode & S_IFMT == S_IFDIR {
      throw FileProblem(message: "\(shown) is a folder, not a file")
    }
    return try read(descriptor, expected: Int(status.st_size), named: shown)
  }

  private static func read(_ descriptor: Int32, expected: Int, named name: String)
    throws(FileProblem) -> [UInt8]
  {
    let limit = SourceMap.capacity - 2
    let tooLarge = FileProblem(message: "\(name) is too large: a file may have up to 4 GiB")
    if expected > limit { throw tooLarge }
    let bytes: [UInt8]
    do throws(SystemError) {
      bytes = try Descriptor.read(descriptor, expected: expected, limit: limit)
    } catch {
      throw FileProblem(message: "cannot read \(name): \(error.words)")
    }
    if bytes.count > limit { throw tooLarge }
    return bytes
  }

  private static func problem(_ path: String, _ error: Int32) -> FileProblem {
    guard error == ENOENT || error == ENOTDIR else {
      return FileProblem(
        message: "cannot read '\(path.sanitizedLine)': \(Descriptor.words(for: error))")
    }
    let ended = path + ".grad"
    let hint = access(ended, R_OK) == 0 ? "; did you mean '\(ended.sanitizedLine)'?" : ""
    return FileProblem(message: "there is no file '\(path.sanitizedLine)'\(hint)")
  }
}
