import Foundation

/// A folder for one test, with files in it, gone when nobody needs it any more.
final class TemporaryFolder {
  let path: String

  /// A folder with files, by their paths inside it.
  init(_ files: [String: String] = [:]) throws {
    path = NSTemporaryDirectory() + "gradus-teaching-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for (name, text) in files { try write(text, to: name) }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ text: String, to name: String) throws {
    let url = URL(fileURLWithPath: path + "/" + name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  func remove(_ name: String) throws {
    try FileManager.default.removeItem(atPath: path + "/" + name)
  }
}
