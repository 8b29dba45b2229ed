import Glibc

/// Reading and writing whole byte strings through the system.
enum Descriptor {
  /// Writes all bytes; returns the system's error number if that fails.
  static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int32? {
    guard let start = bytes.baseAddress else { return nil }
    var written = 0
    while written < bytes.count {
      let count = Glibc.write(descriptor, start + written, bytes.count - written)
      if count >= 0 {
        written += count
      } else if errno == EAGAIN {
        // A terminal that another program has set not to wait: wait here instead.
        var ready = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        _ = poll(&ready, 1, -1)
      } else if errno != EINTR {
        return errno
      }
    }
    return nil
  }

  /// Reads to the end, but no more than `limit` bytes; `expected` saves growing on the way.
  static func read(_ descriptor: Int32, expected: Int, limit: Int) throws(SystemError) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(min(expected, limit))
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count <= limit {
      let count = Glibc.read(descriptor, &piece, piece.count)
      if count == 0 { return bytes }
      if count > 0 {
        bytes += piece[..<count]
      } else if errno != EINTR {
        throw SystemError(number: errno)
      }
    }
    return bytes
  }

  /// What an error number means, in the system's words.
  static func words(for error: Int32) -> String {
    strerror(error).map { String(cString: $0).lowercased() } ?? "error \(error)"
  }
}

/// A refusal by the system.
struct SystemError: Error {
  /// Its number.
  let number: Int32

  /// What it means.
  var words: String { Descriptor.words(for: number) }
}
