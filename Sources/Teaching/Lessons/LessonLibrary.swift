import Glibc

/// The folder that lessons lie in.
public struct LessonLibrary: Sendable {
  /// Its path.
  public let folder: String

  /// A library in a folder.
  public init(folder: String) {
    var path = folder[...]
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    self.folder = String(path)
  }

  /// The library that is meant unless one is named: `lessons` in the present folder, else beside the
  /// program or in a folder above it; nil if there is none.
  public static func found(besideProgram program: String?) -> LessonLibrary? {
    var candidates = ["lessons"]
    var above = (program ?? "").split(separator: "/", omittingEmptySubsequences: true).dropLast()
    while program != nil {
      let path = "/" + above.joined(separator: "/")
      candidates += ["\(path)/lessons", "\(path)/share/gradus/lessons"]
      if above.popLast() == nil { break }
    }
    return candidates.first(where: holdsLessons).map { LessonLibrary(folder: $0) }
  }

  private static func holdsLessons(_ folder: String) -> Bool {
    LessonFiles.names(in: folder).contains { LessonFiles.isFile("\(folder)/\($0)/lesson.md") }
  }

  /// The folders that hold a lesson, in order.
  public var lessonFolders: [String] {
    LessonFiles.names(in: folder).map { "\(folder)/\($0)" }
      .filter { LessonFiles.isFile($0 + "/lesson.md") }
  }

  /// The folder of the lesson a person means: by its name, its number, or a part of its name.
  public func lesson(_ name: String) -> String? { Self.match(name, among: lessonFolders) }

  /// The folder of the exercise a person means: a path, or `05/01`, `mean-squared/slope`.
  public func exercise(_ name: String) -> String? {
    let parts = name.split(separator: "/", maxSplits: 1).map(String.init)
    guard parts.count == 2, let lesson = lesson(parts[0]) else { return nil }
    let exercises = LessonFiles.names(in: lesson + "/exercises").map { "\(lesson)/exercises/\($0)" }
    return Self.match(parts[1], among: exercises)
  }

  /// The names of every exercise, as they are meant: `05-mean-squared-error/01-slope`.
  public var exerciseNames: [String] {
    lessonFolders.flatMap { lesson in
      LessonFiles.names(in: lesson + "/exercises").map {
        "\(lesson.split(separator: "/").last ?? "")/\($0)"
      }
    }
  }

  private static func match(_ name: String, among folders: [String]) -> String? {
    let names = folders.map { $0.split(separator: "/").last.map(String.init) ?? "" }
    return place(of: name, among: names).map { folders[$0] }
  }

  /// The place of the name a person means: it, its number, or a part of it; nil if there is none, or
  /// a part is one of several.
  static func place(of name: String, among names: [String]) -> Int? {
    if name.isEmpty { return nil }
    if let exact = names.firstIndex(of: name) { return exact }
    if let number = Int(name) { return names.firstIndex { Lesson.number(of: $0) == number } }
    let partial = names.indices.filter { names[$0].contains(name) }
    return partial.count == 1 ? partial[0] : nil
  }
}
