import Teaching

/// Keeps a session's progress, in its file if there can be one.
final class ProgressKeeper {
  private(set) var progress = Progress()
  private var file = StateFolder.path(of: "progress.json").map(ProgressFile.init(path:))
  private var hasFailed = false

  /// Notes what was done, and keeps it at once; gives what a person must be told of the file.
  func keep(_ change: (inout Progress) -> Void = { _ in }) -> String? {
    change(&progress)
    guard file != nil else {
      defer { hasFailed = true }
      return hasFailed ? nil : "progress is not kept: there is no home folder"
    }
    do throws(ProgressFile.Failure) {
      return try file?.merge(into: &progress)
    } catch {
      defer { hasFailed = true }
      return hasFailed ? nil : error.note
    }
  }
}
