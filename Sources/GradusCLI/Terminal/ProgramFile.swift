import Glibc
import Reporting

/// Reads the text of a program.
enum ProgramFile {
  /// A program that cannot be read, and why.
  struct Failure: Error {
    /// What a person is told.
    let message: String
  }

  /// The text of a file, or of standard input for `-`.
  static func read(_ path: String) throws(Failure) -> SourceText {
    try read(path, atMost: nil)
  }

  /// The beginning of such a text, of one byte more than so many if there are more.
  static func read(_ path: String, atMost count: Int?) throws(Failure) -> SourceText {
    if path == "-" { return try read(STDIN_FILENO, expected: 0, named: "<stdin>", count) }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(path, errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw failure(path, errno) }
    if status.st_mode & S_IFMT == S_IFDIR {
      throw Failure(message: "'\(path.sanitizedLine)' is a folder, not a file")
    }
    return try read(descriptor, expected: Int(status.st_size), named: path, count)
  }

  private static func read(
    _ descriptor: Int32, expected: Int, named name: String, _ count: Int?
  ) throws(Failure) -> SourceText {
    let tooLarge = Failure(
      message: "'\(name.sanitizedLine)' is too large: a program may have up to 4 GiB")
    if count == nil, expected > SourceMap.capacity { throw tooLarge }
    let bytes: [UInt8]
    do throws(SystemError) {
      bytes = try Descriptor.read(
        descriptor, expected: expected, limit: count ?? SourceMap.capacity)
    } catch {
      throw Failure(message: "cannot read '\(name.sanitizedLine)': \(error.words)")
    }
    if bytes.count > SourceMap.capacity { throw tooLarge }
    return SourceText(name: name, bytes: count.map { Array(bytes.prefix($0 + 1)) } ?? bytes)
  }

  private static func failure(_ path: String, _ error: Int32) -> Failure {
    guard error == ENOENT || error == ENOTDIR else {
      return Failure(
        message: "cannot read '\(path.sanitizedLine)': \(Descriptor.words(for: error))")
    }
    let ended = path + ".grad"
    let hint = access(ended, R_OK) == 0 ? "; did you mean '\(ended.sanitizedLine)'?" : ""
    return Failure(message: "there is no file '\(path.sanitizedLine)'\(hint)")
  }
}
