import Reporting

/// A statement that has had a part in making a session what it is.
public struct KeptStatement: Sendable {
  /// Its words, as they were typed, with a comment that ends their line.
  public let words: String
  /// The lines above it, and below the one before, that are comments.
  public let comments: [String]
  /// The name of the text it stands in.
  let file: String
  /// Whether it has shown nothing.
  public let isSilent: Bool
  /// How far it had come when a person stopped it, if one did: `stopped after 12 steps`.
  ///
  /// What it had done until then stayed.
  public let stop: String?

  /// Its words as they must stand in a text in another folder, so that they name the same files.
  ///
  /// `here` is the present folder, from the root on.
  public func words(in folder: String, here: String) -> String {
    // What is read lies relative to the text that names it, what is drawn to the present folder.
    let old = FilePath(file.hasPrefix("<") ? "" : FilePath.folder(of: file), in: here)
    let (present, new) = (FilePath("", in: here), FilePath(folder, in: here))
    let source = SourceText(name: "", words)
    var lexer = Lexer(source, base: 1)
    var output = ""
    var place = 0
    var before: [String] = []
    while true {
      let token = lexer.next()
      if token.kind == .end { break }
      let range = Int(token.range.start) - 1..<Int(max(token.range.end, token.range.start)) - 1
      let base = before == ["csv", "("] ? old : before == ["to", "="] ? present : new
      if case .string(let name) = token.kind, !name.hasPrefix("/"), base != new {
        let path = FilePath(name, in: base.text).relative(to: new)
        if !path.contains("\"") {
          output += source.text(place..<range.lowerBound) + "\"\(path)\""
          place = range.upperBound
        }
      }
      before = Array((before + [source.text(range)]).suffix(2))
    }
    return output + source.text(place..<source.bytes.count)
  }
}

/// A path from the root on, without `.` and `..`; links are not followed.
private struct FilePath: Equatable {
  private var parts: [Substring] = []

  init(_ path: String, in folder: String) {
    for part in (path.hasPrefix("/") ? path : "\(folder)/\(path)").split(separator: "/") {
      if part == ".." { _ = parts.popLast() } else if part != "." { parts.append(part) }
    }
  }

  var text: String { "/" + parts.joined(separator: "/") }

  func relative(to folder: FilePath) -> String {
    let common = zip(parts, folder.parts).prefix { $0 == $1 }.count
    let up = Array(repeating: Substring(".."), count: folder.parts.count - common)
    return (up + parts[common...]).joined(separator: "/")
  }

  static func folder(of file: String) -> String {
    file.lastIndex(of: "/").map { String(file[...$0]) } ?? ""
  }
}
