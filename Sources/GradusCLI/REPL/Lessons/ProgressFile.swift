import Glibc
import Reporting
import Teaching

/// The file in which progress is kept, shared by all sessions.
struct ProgressFile {
  /// Progress cannot be kept, and why.
  struct Failure: Error {
    /// One line for the person at the terminal.
    let note: String
  }

  /// The largest file that is read, in bytes.
  private static let largest = 1 << 24

  let path: String
  /// The file as this session left it, and what it says: read again only if another has written it.
  private var known: (state: FileState, progress: Progress)?

  init(path: String) { self.path = path }

  /// Puts together what is kept and what this session has done, keeps it, and gives it to both.
  ///
  /// Whoever is killed meanwhile leaves the old file or the new one. A damaged file gets another
  /// name, which is said.
  mutating func merge(into progress: inout Progress) throws(Failure) -> String? {
    StateFolder.make(above: path)
    let lock = Self.lock(path + ".lock")
    defer { if lock >= 0 { close(lock) } }
    var note: String?
    if let known, known.state == FileState(of: path) {
      if progress == known.progress { return nil }
    } else {
      var kept = Progress()
      let bytes = try read()
      do throws(Progress.Fault) {
        kept = try Progress(reading: bytes)
      } catch {
        if error == .newer { throw failure("a newer gradus has written it") }
        note = try setAside()
      }
      progress.merge(kept)
      if progress == kept { return note }
    }
    if lock >= 0 { AtomicFile.removeDrafts(of: path) }
    do throws(SystemError) {
      try AtomicFile.write(progress.text, to: path)
    } catch {
      throw failure(error.words)
    }
    // Without the lock it might be the file of another that is looked at.
    known = lock >= 0 ? FileState(of: path).map { ($0, progress) } : nil
    return note
  }

  private func failure(_ reason: String) -> Failure {
    Failure(note: "progress is not kept: \(path): \(reason)")
  }

  private func read() throws(Failure) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard descriptor >= 0 else {
      if errno == ENOENT { return [] }
      throw failure(Descriptor.words(for: errno))
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw failure("not a file")
    }
    do throws(SystemError) {
      return try Descriptor.read(
        descriptor, expected: Int(status.st_size), limit: Self.largest)
    } catch {
      throw failure(error.words)
    }
  }

  /// Gives the damaged file a name that none has yet.
  private func setAside() throws(Failure) -> String {
    var name = path + ".damaged"
    var number = 2
    while access(name, F_OK) == 0 {
      name = "\(path).damaged-\(number)"
      number += 1
    }
    guard rename(path, name) == 0 else { throw failure(Descriptor.words(for: errno)) }
    return "the file of your progress was damaged; it is set aside as \(name)"
  }

  /// Waits for the lock, but not for ever on a session that was stopped; negative without it.
  ///
  /// Every session keeps all it has done, so what is lost without a lock comes with its next save.
  private static func lock(_ path: String) -> Int32 {
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOCTTY, 0o600)
    guard descriptor >= 0 else { return descriptor }
    for _ in 0..<1_000 {
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return descriptor }
      usleep(5_000)
    }
    close(descriptor)
    return -1
  }
}
