import Autodiff
import Reporting

/// What a word that is being typed may become.
extension Session {
  /// A word that could be meant, and what it is, in a line.
  public struct Candidate: Sendable, Equatable {
    /// The whole word.
    public var text: String
    /// One line about it.
    public var help: String
  }

  /// The words that begin like the one being typed: settings of the call it stands in, names of
  /// the program, functions, and verbs where a statement begins.
  public func candidates(for word: String, after line: String) -> [Candidate] {
    var found: [Candidate] = []
    let place = CompletionPlace(line)
    for setting in settings(of: place.call ?? place.verb) { found.append(setting) }
    if place.isAtStart {
      found += Verbs.all.map { Candidate(text: $0.name, help: $0.summary) }
      found += Statement.words.map { Candidate(text: $0.word, help: $0.summary) }
    }
    for name in interpreter.names.globals.map(\.name).sorted() {
      found.append(Candidate(text: name, help: describe(name)))
    }
    found += Builtins.all.map { Candidate(text: $0.name, help: "\($0.signature)  \($0.summary)") }
    var seen: Set<String> = []
    return found.filter { $0.text.hasPrefix(word) && seen.insert($0.text).inserted }
  }

  private func describe(_ name: String) -> String {
    guard let binding = interpreter.names.binding(of: name) else { return "" }
    if case .function(let function) = binding.value { return function.signature }
    guard let numbers = try? interpreter.numbers(binding.value, "", at: .none) else { return "" }
    let role = binding.role.map { "\($0.rawValue), " } ?? ""
    guard numbers.shape == .scalar, let only = numbers.elements.first else {
      return role + numbers.shape.description
    }
    return role + NumberStyle().text(only)
  }

  private func settings(of callee: String?) -> [Candidate] {
    guard let callee else { return [] }
    if let verb = Verbs.named(callee) {
      return verb.options.map { Candidate(text: "\($0.name)=", help: $0.meaning) }
    }
    if case .function(let function)? = interpreter.names.binding(of: callee)?.value,
      case .written(let written) = function.source
    {
      return written.parameters.filter { $0.standard != nil }
        .map { Candidate(text: "\($0.name.text)=", help: "a setting of \(callee)") }
    }
    return (Builtins.named(callee)?.settings ?? [])
      .map {
        Candidate(text: "\($0.name)=", help: "\($0.meaning); \($0.standardText) unless given")
      }
  }
}

/// Where in a statement the word being typed stands.
private struct CompletionPlace {
  /// Whether the word is the first of its statement.
  var isAtStart: Bool
  /// The function whose brackets are open around it.
  var call: String?
  /// The first word of its statement.
  var verb: String?

  init(_ line: String) {
    let statement = line.split(omittingEmptySubsequences: false) { "\n;{".contains($0) }.last ?? ""
    let words = statement.split { " \t".contains($0) }
    isAtStart = words.isEmpty
    verb = words.first.map(String.init)
    var open: [String] = []
    var name = ""
    for character in statement {
      if character == "(" || character == "[" { open.append(name) }
      if character == ")" || character == "]", !open.isEmpty { open.removeLast() }
      if character.isLetter || character.isNumber || character == "_" {
        name.append(character)
      } else {
        name = ""
      }
    }
    call = open.last { !$0.isEmpty }
  }
}

extension Statement {
  /// The words with a form of their own that begin a statement.
  static let words: [(word: String, usage: String, summary: String)] = [
    ("input", "input x = 2", "a number that is given"),
    ("param", "param w = -3", "a number that is learned"),
    ("set", "set w = 0.5", "give a leaf another value; everything downstream follows"),
    ("for", "for k in 1..3 { h = tanh(h) }", "repeat statements"),
  ]
}
