/// The entries of this and earlier sessions: which are kept, and that they reach the file.
///
/// A file that cannot be read or written costs the memory of earlier sessions and nothing else.
struct History {
  /// The most entries that are recalled.
  static let limit = 10_000

  private let file: HistoryFile?
  private var newest: String?
  /// Why entries are not remembered from one session to the next, if they are not.
  private(set) var note: String?

  /// A history kept in a file, or, without one, for this session only.
  init(file: HistoryFile?) { self.file = file }

  /// The entries of earlier sessions, oldest first.
  mutating func load() -> [String] {
    guard let file else { return [] }
    do throws(HistoryFailure) {
      let entries = try file.load(limit: Self.limit)
      newest = entries.last
      return entries
    } catch {
      note = error.note
      return []
    }
  }

  /// Adds an entry and says whether it is worth recalling: blank ones and repetitions are not.
  mutating func add(_ entry: String) -> Bool {
    guard entry != newest, entry.contains(where: { !$0.isWhitespace }) else { return false }
    newest = entry
    guard let file, note == nil else { return true }
    do throws(HistoryFailure) {
      try file.append(entry)
    } catch {
      note = error.note
    }
    return true
  }
}
