/// A file of entries, one a line, oldest first, shared by all sessions.
///
/// A newline within an entry is written `\n` and a backslash `\\`. (Readline's own format would
/// take a line such as `#1 first layer` within an entry for a time stamp, and cut the entry there.)
struct HistoryFile {
  /// Longer entries are recalled in this session only, and a longer file is cut to its newest part.
  private static let longestEntry = 1 << 18
  private static let longestFile = 1 << 22

  private let path: String

  /// The file at a path, which is created with its folder when first used.
  init(path: String) { self.path = path }

  /// `$XDG_STATE_HOME/gradus/history`, by default under `~/.local/state`.
  static func standardPath() -> String? {
    StateFolder.path(of: "history")
  }

  /// The newest entries, oldest first; a file that has grown too long is cut down to them.
  func load(limit: Int) throws(HistoryFailure) -> [String] {
    StateFolder.make(above: path)
    let file = try LockedFile(path: path)
    let bytes = file.lastBytes(Self.longestFile)
    let lines = bytes.split(separator: 0x0A)
    if file.size > Self.longestFile || lines.count > limit + limit / 10 {
      let kept = lines.suffix(limit).joined(separator: [0x0A])
      file.replace(with: Array(kept.suffix(Self.longestFile / 2)) + [0x0A])
    }
    return lines.suffix(limit).compactMap { Self.entry(inLine: $0) }
  }

  /// Adds an entry at the end, whatever other sessions have added meanwhile.
  func append(_ entry: String) throws(HistoryFailure) {
    if entry.utf8.count > Self.longestEntry { return }
    let file = try LockedFile(path: path)
    try file.append(Self.line(of: entry))
  }
}
