import Autodiff
import Reporting
import Training

/// What a word that is being typed may become.
extension Session {
  /// A word that could be meant, and what it is, in a line.
  public struct Candidate: Sendable, Equatable {
    /// The whole word.
    public var text: String
    /// One line about it.
    public var help: String
  }

  /// The words that begin like the one being typed: what fits where it stands first, then names of
  /// the program, functions, and verbs where a statement begins.
  public func candidates(for word: String, after line: String) -> [Candidate] {
    var seen: Set<String> = []
    return allCandidates(for: word, CompletionPlace(line))
      .filter { $0.text.hasPrefix(word) && seen.insert($0.text).inserted }
  }

  private func allCandidates(for word: String, _ place: CompletionPlace) -> [Candidate] {
    if let dot = word.lastIndex(of: "."), let members = members(of: String(word[..<dot])) {
      return members
    }
    if isLayer(place) { return layers }
    if let words = words(at: place) { return words }
    var found = place.option == nil ? settings(at: place) : []
    if place.isAtStart {
      found += Verbs.all.map { Candidate(text: $0.name, help: $0.summary) }
      found += Statement.words.filter { $0.word != "=" }
        .map { Candidate(text: $0.word, help: $0.summary) }
    }
    if place.option != nil, place.call?.option == "optimizer" {
      found += Builtins.schedules.map(candidate)
    }
    // Parts of networks stand beside their networks, once a dot is typed.
    let names = interpreter.names.globals.map(\.name).filter {
      !$0.contains(".") || word.contains(".")
    }
    found += names.sorted().map { Candidate(text: $0, help: describe($0)) }
    return found + Builtins.all.map(candidate)
  }

  private func candidate(_ builtin: Builtin) -> Candidate {
    Candidate(text: builtin.name, help: "\(builtin.signature)  \(builtin.summary)")
  }

  // MARK: Parts

  /// What may stand behind a name and a dot; nil if it has no parts.
  private func members(of name: String) -> [Candidate]? {
    let parts: [(name: String, help: String)]
    switch interpreter.names.binding(of: name)?.value {
    case .network(let network):
      parts =
        network.tensors.map { ($0.name, "\($0.role.rawValue), \($0.shape.description)") }
        + interpreter.innerNames(of: network).map { ($0, "on the row last evaluated") }
    case .run(let run):
      let meanings = RunRecord.seriesMeanings + RunRecord.countMeanings
      parts = (run.series.map(\.name) + run.counts.map(\.name)).map { name in
        (name, meanings.first { $0.name == name }?.meaning ?? "")
      }
    case .data(let data):
      parts = [("x", "the inputs")] + (data.set.y == nil ? [] : [("y", "the targets")])
    default: return nil
    }
    return parts.map { Candidate(text: "\(name).\($0.name)", help: $0.help) }
  }

  private func describe(_ name: String) -> String {
    guard let binding = interpreter.names.binding(of: name) else { return "" }
    switch binding.value {
    case .function(let function): return function.signature
    case .network(let network): return network.signature
    case .data(let data): return data.summary
    case .run(let run): return run.summary
    default: break
    }
    guard let numbers = try? interpreter.numbers(binding.value, "", at: .none) else { return "" }
    let role = binding.role.map { "\($0.rawValue), " } ?? ""
    guard numbers.shape == .scalar, let only = numbers.elements.first else {
      return role + numbers.shape.description
    }
    return role + NumberStyle().text(only)
  }

  // MARK: Layers

  private func isLayer(_ place: CompletionPlace) -> Bool {
    guard place.statement == "net" else { return false }
    let holdsLayers = ["residual", "repeat"].contains(place.calls.last?.name)
    return place.isAfterArrow || holdsLayers && place.option == nil
  }

  /// The kinds of layers, and what may be an activation.
  private var layers: [Candidate] {
    LayerKind.all.map { Candidate(text: $0.name, help: "\($0.usage)  \($0.summary)") }
      + ownFunctions
      + Builtins.operators.filter { builtin in
        builtin.operation.map { Operators[$0].operandCount == 1...1 } ?? false
      }.map(candidate) + ["softmax", "log_softmax"].compactMap(Builtins.named).map(candidate)
  }

  private var ownFunctions: [Candidate] {
    interpreter.names.globals.map(\.name).sorted().compactMap { name in
      guard case .function(let function)? = interpreter.names.binding(of: name)?.value else {
        return nil
      }
      return Candidate(text: name, help: function.signature)
    }
  }

  // MARK: Options

  /// The words that an option or setting knows, if one is being given that knows any.
  private func words(at place: CompletionPlace) -> [Candidate]? {
    guard let option = place.option else { return nil }
    if place.calls.isEmpty {
      let words = OptionWord.known(to: option)
      let own = ["loss", "optimizer"].contains(option) ? ownFunctions : []
      return words.isEmpty
        ? nil : words.map { Candidate(text: $0.name, help: $0.help) } + own
    }
    let setting = place.calls.last.flatMap { call in
      numbers(of: call, in: place).first { $0.name == option }
    }
    guard let setting, !setting.words.isEmpty else { return nil }
    return setting.words.enumerated().map { index, word in
      Candidate(text: word, help: index == 0 ? "unless given: \(setting.meaning)" : setting.meaning)
    }
  }

  /// The settings of what the word stands in: a call, or the options of a statement.
  private func settings(at place: CompletionPlace) -> [Candidate] {
    guard let call = place.call else { return options(of: place.statement) }
    if case .function(let function)? = interpreter.names.binding(of: call.name)?.value,
      case .written(let written) = function.source
    {
      return written.parameters.filter { $0.standard != nil }
        .map { Candidate(text: "\($0.name.text)=", help: "a setting of \(call.name)") }
    }
    let settings = numbers(of: call, in: place).map {
      Candidate(text: "\($0.name)=", help: "\($0.meaning); \($0.standardText) unless given")
    }
    let others =
      layer(of: call, in: place)?.options.map { ($0.name, $0.meaning) }
      ?? Builtins.named(call.name)?.options.map { ($0.name, $0.meaning) } ?? []
    return settings
      + (call.option == nil ? others : []).map { Candidate(text: "\($0.0)=", help: $0.1) }
  }

  private func options(of statement: String?) -> [Candidate] {
    if statement == "net" {
      return Network.options.map { Candidate(text: "\($0.name)=", help: $0.meaning) }
    }
    return (statement.flatMap(Verbs.named)?.options ?? [])
      .map { Candidate(text: "\($0.name)=", help: $0.meaning) }
  }

  private func layer(of call: CompletionPlace.Call, in place: CompletionPlace) -> LayerKind? {
    place.statement == "net" && call.option == nil ? LayerKind.named(call.name) : nil
  }

  /// The numbers and words that a call may be given, by what it is called for.
  private func numbers(of call: CompletionPlace.Call, in place: CompletionPlace) -> [Setting] {
    if let option = call.option,
      let word = OptionWord.known(to: option).first(where: { $0.name == call.name })
    {
      return word.settings
    }
    return layer(of: call, in: place)?.settings ?? Builtins.named(call.name)?.settings ?? []
  }
}

extension Statement {
  /// The words with a form of their own that begin a statement.
  static let words: [(word: String, usage: String, summary: String)] = [
    ("input", "input x = 2", "a number that is given"),
    ("param", "param w = -3", "a number that is learned"),
    ("set", "set w = 0.5", "give a leaf another value; everything downstream follows"),
    ("for", "for k in 1..3 { h = tanh(h) }", "repeat statements"),
    ("net", "net mlp = 2 -> dense(4, tanh) -> dense(1)", "a network, layer by layer"),
    ("data", "data d = [0 0 -> 0; 0 1 -> 1]", "a data set: rows of inputs and targets"),
    ("=", "y = w*x + b", "give what is computed a name; define a function; take parts apart"),
  ]
}
