import Glibc

/// Writes files so that nobody ever finds half of one.
enum AtomicFile {
  /// Puts a text where a file is or will be.
  ///
  /// The text goes to a new file in the same folder, which takes the other's place once all of it
  /// is on the disk. What is no ordinary file, such as `/dev/stdout`, is written to directly. A file
  /// that nobody may write stays, though its folder would let another take its place.
  static func write(_ text: String, to path: String) throws(SystemError) {
    try write(Array(text.utf8), to: path)
  }

  /// Puts bytes where a file is or will be, in the same way.
  static func write(_ bytes: [UInt8], to path: String) throws(SystemError) {
    var status = stat()
    let exists = stat(path, &status) == 0
    if exists, status.st_mode & S_IFMT != S_IFREG {
      return try overwrite(path, with: bytes)
    }
    if exists, status.st_mode & 0o222 == 0 || access(path, W_OK) != 0 {
      throw SystemError(number: EACCES)
    }
    // Where the name is a link, the file it leads to is replaced and the link stays.
    let target = exists ? resolved(path) : path
    let mode = exists ? status.st_mode & 0o777 : 0o666 & ~mask
    let (temporary, descriptor) = try create(beside: target)
    do throws(SystemError) {
      try fill(descriptor, with: bytes, mode: mode)
      try check(rename(temporary, target))
    } catch {
      unlink(temporary)
      throw error
    }
    let folder = open(folder(of: target), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if folder >= 0 {
      fsync(folder)
      close(folder)
    }
  }

  /// Takes away what programs that were killed have left beside a file, for whoever holds its lock.
  static func removeDrafts(of path: String) {
    let target = resolved(path)
    let (folder, last) = (folder(of: target), target.split(separator: "/").last ?? "")
    guard let directory = opendir(folder) else { return }
    defer { closedir(directory) }
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasPrefix(".\(last)."), name.utf8.count == last.utf8.count + 8 {
        unlink("\(folder)/\(name)")
      }
    }
  }

  private static func overwrite(_ path: String, with bytes: [UInt8]) throws(SystemError) {
    let descriptor = open(path, O_WRONLY | O_CLOEXEC)
    try check(descriptor)
    defer { close(descriptor) }
    if let error = bytes.withUnsafeBytes({ Descriptor.write($0, to: descriptor) }) {
      throw SystemError(number: error)
    }
  }

  private static func create(beside target: String) throws(SystemError) -> (String, Int32) {
    let last = target.split(separator: "/").last ?? ""
    var template = Array("\(folder(of: target))/.\(last).XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    try check(descriptor)
    let name = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    return (name, descriptor)
  }

  private static func fill(_ descriptor: Int32, with bytes: [UInt8], mode: mode_t)
    throws(SystemError)
  {
    defer { close(descriptor) }
    if let error = bytes.withUnsafeBytes({ Descriptor.write($0, to: descriptor) }) {
      throw SystemError(number: error)
    }
    try check(fchmod(descriptor, mode))
    try check(fsync(descriptor))
  }

  private static func check(_ result: Int32) throws(SystemError) {
    if result < 0 { throw SystemError(number: errno) }
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  private static var mask: mode_t {
    let mask = umask(0)
    umask(mask)
    return mask
  }
}
