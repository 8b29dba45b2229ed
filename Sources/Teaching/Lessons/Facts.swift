import Reporting

/// Takes facts from a front matter one by one, and remembers what is wrong with them.
struct Facts {
  private let source: SourceText
  private let matter: FrontMatter?
  private var known: [String] = []
  private(set) var diagnostics: [Diagnostic] = []

  /// The facts about a document.
  init(_ notebook: Notebook) {
    source = notebook.source
    matter = notebook.frontMatter
    diagnostics = notebook.frontMatterFaults
  }

  /// Words that must be there.
  mutating func text(_ key: String, _ example: String) -> String {
    guard let value = value(key) else {
      complainMissing(key, example)
      return ""
    }
    guard case .scalar(let scalar) = value, !scalar.text.isEmpty else {
      complain("'\(key)' must be words", at: place(value), "write '\(key): \(example)'")
      return ""
    }
    return scalar.text
  }

  /// A whole number from 1 that must be there.
  mutating func count(_ key: String, _ example: String) -> Int {
    let before = diagnostics.count
    let words = text(key, example)
    if let count = Int(words), (1...1_000_000).contains(count) { return count }
    if diagnostics.count == before {
      complain(
        "'\(key)' must be a whole number from 1, not '\(words)'", at: value(key).map(place),
        "write '\(key): \(example)'")
    }
    return 1
  }

  /// A list that may be left out.
  mutating func list(_ key: String) -> [FrontMatter.Scalar] {
    switch value(key) {
    case nil: return []
    case .list(let items): return items
    case .scalar(let scalar) where scalar.text.isEmpty: return []
    case .some(let value):
      complain(
        "'\(key)' must be a list", at: place(value), "write '\(key): [a, b]', or lines '- a'")
      return []
    }
  }

  /// Names with a value each, that may be left out.
  mutating func map(_ key: String) -> [(key: FrontMatter.Scalar, value: FrontMatter.Scalar)] {
    switch value(key) {
    case nil: return []
    case .map(let fields): return fields
    case .list(let items) where items.isEmpty: return []
    case .some(let value):
      complain("'\(key)' must have lines 'name: value' below it", at: place(value))
      return []
    }
  }

  /// What a key has; the key is known from now on.
  mutating func value(_ key: String) -> FrontMatter.Value? {
    if !known.contains(key) { known.append(key) }
    return matter?.value(key)
  }

  /// Complains about every key that nobody asked for.
  mutating func refuseOthers() {
    for field in matter?.fields ?? [] where !known.contains(field.key.text) {
      let closest = closestName(to: field.key.text, among: known)
      complain(
        "there is no fact called '\(field.key.text)'"
          + (closest.map { "; did you mean '\($0)'?" } ?? ""), at: field.key.range,
        "the facts are \(known.joined(separator: ", "))")
    }
  }

  /// Remembers that something is wrong.
  mutating func complain(_ message: String, at range: SourceRange?, _ remedy: String? = nil) {
    diagnostics.append(
      Diagnostic(
        "lesson-facts", message, at: range ?? matter?.range ?? SourceRange(start: 1, end: 1),
        notes: remedy.map { [$0] } ?? []))
  }

  /// Remembers that a fact is missing.
  mutating func complainMissing(_ key: String, _ example: String) {
    guard matter != nil else {
      if diagnostics.isEmpty {
        complain(
          "the file does not begin with its facts", at: nil,
          "begin with a line '---', lines like '\(key): \(example)', and a line '---'")
      }
      return
    }
    complain("'\(key)' is missing among the facts", at: nil, "add a line '\(key): \(example)'")
  }

  /// Throws what is wrong, if anything is.
  func check() throws(DocumentFault) {
    if !diagnostics.isEmpty { throw DocumentFault(source, diagnostics) }
  }

  private func place(_ value: FrontMatter.Value) -> SourceRange {
    switch value {
    case .scalar(let scalar): scalar.range
    case .list(let items): items.first?.range ?? SourceRange(start: 1, end: 1)
    case .map(let fields): fields.first?.key.range ?? SourceRange(start: 1, end: 1)
    }
  }
}
