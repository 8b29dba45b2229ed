import Glibc

/// The folder of what outlives a session: the history, and the progress in the lessons.
enum StateFolder {
  /// `$XDG_STATE_HOME/gradus/NAME`, by default under `~/.local/state`; nil if there is no home.
  static func path(of name: String) -> String? {
    if let folder = getenv("XDG_STATE_HOME").map({ String(cString: $0) }), folder.hasPrefix("/") {
      return "\(folder)/gradus/\(name)"
    }
    guard let home = getenv("HOME").map({ String(cString: $0) }), home.hasPrefix("/") else {
      return nil
    }
    return "\(home)/.local/state/gradus/\(name)"
  }

  /// Makes the folders above a file; where that fails, opening the file says why.
  static func make(above path: String, mode: mode_t = 0o700) {
    for slash in path.indices.dropFirst() where path[slash] == "/" {
      mkdir(String(path[..<slash]), mode)
    }
  }
}
