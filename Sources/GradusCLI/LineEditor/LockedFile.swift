import Glibc

/// The history cannot be kept in its file.
struct HistoryFailure: Error {
  /// One line for the person at the terminal.
  let note: String

  /// Takes the reason from `errno` unless it is given.
  init(path: String, reason: String = String(cString: strerror(errno))) {
    note = "history is not kept: \(path): \(reason)"
  }
}

/// A file that no other session changes for as long as this value lives.
struct LockedFile: ~Copyable {
  private let descriptor: Int32
  private let path: String
  /// The file's size in bytes when it was opened.
  let size: Int

  /// Opens the file, which is made for its owner alone if need be, and waits for its lock.
  ///
  /// The wait is short: a session stopped in the wrong moment must not hold up the others, and
  /// an append is one write, which needs no lock but against `replace`.
  init(path: String) throws(HistoryFailure) {
    self.path = path
    var attempts = 0
    while true {
      let descriptor = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC | O_NOCTTY, 0o600)
      guard descriptor >= 0 else { throw HistoryFailure(path: path) }
      let isLocked = Self.lock(descriptor)
      attempts += 1
      var status = stat()
      fstat(descriptor, &status)
      // Another session may have replaced the file while this one waited.
      if !isLocked || attempts > 10 || Self.isFile(status, at: path) {
        guard status.st_mode & S_IFMT == S_IFREG else {
          close(descriptor)
          throw HistoryFailure(path: path, reason: "not a file")
        }
        self.descriptor = descriptor
        size = Int(status.st_size)
        return
      }
      close(descriptor)
    }
  }

  deinit { close(descriptor) }

  /// The end of the file: whole lines, of at most so many bytes.
  func lastBytes(_ limit: Int) -> ArraySlice<UInt8> {
    let offset = max(0, size - limit)
    let bytes = [UInt8](unsafeUninitializedCapacity: size - offset) { buffer, count in
      count = max(0, pread(descriptor, buffer.baseAddress, size - offset, offset))
    }
    return offset > 0 ? bytes.drop { $0 != 0x0A } : bytes[...]
  }

  /// Adds a line at the end.
  func append(_ line: [UInt8]) throws(HistoryFailure) {
    if write(descriptor, line, line.count) != line.count { throw HistoryFailure(path: path) }
  }

  /// Puts a new file in this one's place; if that fails the old one stays.
  func replace(with bytes: [UInt8]) {
    // A history that is a link to elsewhere stays one.
    guard let resolved = realpath(path, nil) else { return }
    defer { free(resolved) }
    let target = String(cString: resolved)
    let draft = target + ".new"
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return }
    let isWritten = write(descriptor, bytes, bytes.count) == bytes.count && fsync(descriptor) == 0
    close(descriptor)
    if !isWritten || rename(draft, target) != 0 { unlink(draft) }
  }

  private static func lock(_ descriptor: Int32) -> Bool {
    for _ in 0..<50 {
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return true }
      usleep(2_000)
    }
    return false
  }

  private static func isFile(_ opened: stat, at path: String) -> Bool {
    var present = stat()
    return stat(path, &present) == 0 && opened.st_ino == present.st_ino
      && opened.st_dev == present.st_dev
  }
}
