public import Reporting

/// Follows with which words of the language the values and functions of a program were made.
///
/// Texts are read in the order in which they run. A value was made with the words in its definition
/// and with those of the names there, as they were then; a function with those of the names in its
/// body, as they are when it is called.
public struct WordOrigins {
  /// A word, and where it was used.
  public struct Use: Hashable, Sendable {
    /// The word.
    public var word: String
    /// Where it stands in its text, in bytes.
    public var offset: Int
  }

  /// A name in an expression; it has no place in a text whose own uses do not count.
  struct Mention {
    var name: String
    var offset: Int?
    /// Whether it is a word whatever the program calls so, as in `w.grad` and `"newton"`.
    var isWord = false
  }

  private let words: Set<String>
  /// The first use that went into each value, if one did.
  private var values: [String: Use?] = [:]
  /// What the body of each function names.
  private var functions: [String: [Mention]] = [:]
  /// The first use in what moves parameters, and so may be in anything.
  private var everywhere: Use?
  /// Whether the uses of the text count that is being read.
  private(set) var counts = false

  /// An empty program, in which some words of the language are looked for.
  public init(of words: Set<String>) { self.words = words }

  /// Reads on, and gives the first use that went into what the text names, if one did; its own count
  /// only if they are meant to.
  @discardableResult public mutating func read(_ text: SourceText, counting: Bool) -> Use? {
    guard !words.isEmpty else { return nil }
    counts = counting
    let (origins, use) = DeepStack.run { [self] in
      var (origins, use) = (self, Use?.none)
      var parser = Parser(text, base: Self.base)
      while let statement = parser.next() { use = Self.first(use, origins.read(statement)) }
      return (origins, use)
    }
    self = origins
    return Self.first(use, everywhere)
  }

  /// Where a text begins that is alone.
  static let base: UInt32 = 1

  // MARK: Statements

  private mutating func read(_ statement: Statement) -> Use? {
    switch statement.kind {
    case .leaf(let leaf): return define([leaf.name], leaf.value.map { [$0] } ?? [])
    case .definition(let name, let value): return define([name], [value])
    case .unpacking(let names, let value): return define(names, [value])
    case .data(let name, let data):
      switch data {
      case .rows: return define([name], [])
      case .pair(let inputs, let targets): return define([name], [inputs, targets])
      case .value(let value): return define([name], [value])
      }
    case .network(let network):
      let layers = network.layers.flatMap(\.all)
      let settings = (layers.flatMap(\.arguments) + network.options).map(\.value)
      var mentions = mentions(in: settings)
      mentions += layers.map { Mention(name: $0.name.text, offset: offset($0.range)) }
      return define([network.name], use(of: mentions))
    case .function(let function):
      values[function.name.text] = nil
      functions[function.name.text] = mentions(in: function)
      return use(of: functions[function.name.text] ?? [])
    case .set(let targets, let value):
      let use = use(of: mentions(in: [value]))
      for name in targets.flatMap(Self.names) {
        values[name] = .some(Self.first(use, values[name] ?? nil))
      }
      return use
    case .loop(let names, let source, let body):
      var use = define(names, [source])
      // What a round makes may go into the next.
      for _ in 1...2 { for statement in body { use = Self.first(use, read(statement)) } }
      return use
    case .verb(let verb, let arguments):
      let use = use(
        of: mentions(in: arguments.map(\.value)) + [
          Mention(name: verb.text, offset: offset(verb.range))
        ])
      if words.contains(verb.text) || ["train", "minimize", "search"].contains(verb.text) {
        everywhere = Self.first(everywhere, use)
      }
      return use
    case .expression(let value): return use(of: mentions(in: [value]))
    }
  }

  private mutating func define(_ names: [Name], _ sources: [Expression]) -> Use? {
    define(names, use(of: mentions(in: sources)))
  }

  private mutating func define(_ names: [Name], _ use: Use?) -> Use? {
    for name in names {
      functions[name.text] = nil
      values[name.text] = .some(use)
    }
    return use
  }

  /// The names that stand first in what is set.
  private static func names(in target: Expression) -> [String] {
    switch target.kind {
    case .name(let name): [name]
    case .element(let base, _), .member(let base, _): names(in: base)
    case .list(let elements): elements.flatMap(names)
    default: []
    }
  }

  // MARK: Uses

  /// The first of two uses.
  private static func first(_ use: Use?, _ other: Use?) -> Use? {
    guard let use, let other else { return use ?? other }
    return use.offset <= other.offset ? use : other
  }

  /// The first use that went into some names, or into what functions among them call.
  private func use(of mentions: [Mention]) -> Use? {
    var first: Use?
    var seen: Set<String> = []
    var open = mentions
    while let mention = open.popLast() {
      if !mention.isWord {
        if let value = values[mention.name] {
          first = Self.first(first, value)
          continue
        }
        if let body = functions[mention.name] {
          if seen.insert(mention.name).inserted { open += body }
          continue
        }
      }
      if let offset = mention.offset, words.contains(mention.name) {
        first = Self.first(first, Use(word: mention.name, offset: offset))
      }
    }
    return first
  }
}

extension LayerSyntax {
  /// The layer, and those inside it.
  fileprivate var all: [LayerSyntax] { [self] + inner.flatMap(\.all) }
}
