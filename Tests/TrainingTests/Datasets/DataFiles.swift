import Foundation

/// Does something with the path of a file of some bytes, and removes the file.
func withFile<Result>(of bytes: [UInt8], _ body: (String) throws -> Result) throws -> Result {
  let path = NSTemporaryDirectory() + "gradus-data-" + UUID().uuidString + ".csv"
  try Data(bytes).write(to: URL(fileURLWithPath: path))
  defer { unlink(path) }
  return try body(path)
}

/// Does something with the path of a file of some text, and removes the file.
func withFile<Result>(_ text: String, _ body: (String) throws -> Result) throws -> Result {
  try withFile(of: Array(text.utf8), body)
}

/// The path of a data file that comes with the project.
func projectData(_ name: String) -> String {
  var folder = URL(fileURLWithPath: #filePath)
  for _ in 0..<4 { folder.deleteLastPathComponent() }
  return folder.appendingPathComponent("data/\(name).csv").path
}
