import Glibc
import Reporting

/// The names of files as completions.
enum FileCompletion {
  /// The programs and folders whose path begins as typed.
  static func paths(beginning typed: String) -> [Completion] {
    let slash = typed.lastIndex(of: "/")
    let folder = slash.map { String(typed[...$0]) } ?? ""
    let beginning = slash.map { String(typed[typed.index(after: $0)...]) } ?? typed
    return names(in: folder.isEmpty ? "." : folder)
      .filter { $0.hasPrefix(beginning) && ($0.first != "." || beginning.first == ".") }
      .filter { $0.sanitizedLine == $0 }
      .sorted()
      .compactMap { name in
        let path = folder + name
        if isFolder(path) { return Completion(text: path + "/", help: "a folder") }
        return name.hasSuffix(".grad") ? Completion(text: path, help: "a program") : nil
      }
  }

  private static func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(validating: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if let name, name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}

extension String {
  /// A path as a person types it to a shell: perhaps in quotes, or from the home folder on.
  var asPath: String {
    var path = self
    for quote in ["\"", "'"] where path.count > 1 && path.hasPrefix(quote) && path.hasSuffix(quote)
    {
      return String(path.dropFirst().dropLast())
    }
    if path.hasPrefix("~/"), let home = getenv("HOME") {
      path = String(cString: home) + path.dropFirst()
    }
    return path
  }
}
