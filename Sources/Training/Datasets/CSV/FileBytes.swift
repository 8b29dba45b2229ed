#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The bytes of a file, one after the other; of a large file only a piece is held at a time.
struct FileBytes: ~Copyable {
  let path: String
  private let descriptor: Int32
  private let isInterrupted: () -> Bool
  private var piece = [UInt8](repeating: 0, count: 1 << 16)
  private var place = 0
  private var end = 0

  /// Opens a file; anything but a plain file is refused, since a device may never end.
  init(path: String, isInterrupted: @escaping () -> Bool) throws(DatasetProblem) {
    self.path = path
    self.isInterrupted = isInterrupted
    // The system would take a path as ending at its first zero.
    guard !path.utf8.contains(0) else { throw .noFile(path: path) }
    // Opening a pipe would wait for somebody to write into it, if not told otherwise.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)
    guard descriptor >= 0 else { throw FileBytes.refusal(path) }
    if let problem = FileBytes.problem(of: descriptor, path) {
      close(descriptor)
      throw problem
    }
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  /// The next byte, without going past it; nil at the end.
  mutating func peek() throws(DatasetProblem) -> UInt8? {
    if place == end { try fill() }
    return place < end ? piece[place] : nil
  }

  /// Goes past the byte that was peeked at.
  mutating func advance() { place += 1 }

  private mutating func fill() throws(DatasetProblem) {
    if isInterrupted() { throw .interrupted(path: path) }
    place = 0
    end = 0
    while true {
      let count = read(descriptor, &piece, piece.count)
      if count >= 0 {
        end = count
        return
      }
      guard errno == EINTR else { throw FileBytes.refusal(path) }
    }
  }

  private static func problem(of descriptor: Int32, _ path: String) -> DatasetProblem? {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return refusal(path) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return nil
    case S_IFDIR: return .notAFile(path: path, kind: "a folder")
    case S_IFIFO: return .notAFile(path: path, kind: "a pipe")
    default: return .notAFile(path: path, kind: "a device")
    }
  }

  private static func refusal(_ path: String) -> DatasetProblem {
    switch errno {
    case ENOENT, ENOTDIR: return .noFile(path: path)
    // A socket cannot be opened at all.
    case ENXIO, ENODEV: return .notAFile(path: path, kind: "a device")
    case let number:
      let words = strerror(number).map { String(cString: $0).lowercased() }
      return .unreadable(path: path, reason: words ?? "error \(number)")
    }
  }
}
