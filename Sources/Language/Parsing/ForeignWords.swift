/// Words of other languages, with what Gradus writes for them.
enum ForeignWords {
  /// What to write instead of a word, as a note.
  static func remedy(for word: String) -> String? { remedies[word] }

  private static let remedies: [String: String] = {
    var remedies: [String: String] = [:]
    for (words, remedy) in groups {
      for word in words.split(separator: " ") { remedies[String(word)] = remedy }
    }
    return remedies
  }()

  private static let groups: [(String, String)] = [
    ("def function func fn fun lambda", "a function is written f(x) = x^2"),
    ("let var const val global local", "a definition needs no word before it: x = 2"),
    ("return yield", "the last expression of a function is its value, without any word before it"),
    ("if else elif elseif then switch", "where(c, a, b) is a where c is not zero, and b elsewhere"),
    ("while until foreach loop", "repeat with 'for': for k in 1..10 { … }"),
    ("break continue pass", "a loop runs all its rounds; leave this out"),
    ("range", "a range is written 1..10, and both ends belong to it"),
    ("print println printf disp puts echo", "to see a value write 'show x'"),
    ("import from include using require", "every function is there already; leave this out"),
    ("and", "write a*b, which is 1 where both are 1"),
    ("or", "write max(a, b), which is 1 where either is 1"),
    ("not", "write x == 0, which is 1 where x is 0"),
    ("None null nil undefined NULL NA", "every name has a value; write 0, or nan"),
    ("np numpy torch math tf jax jnp scipy", "functions need nothing before them: tanh(x)"),
    ("requires_grad no_grad", "every leaf has a gradient; detach(x) stops one"),
    ("e", "the exponential function is exp(x)"),
  ]
}

/// Signs of other languages, with what Gradus writes for them.
enum ForeignSymbols {
  /// What stands for a sign, if one sign does, and what else there is to say.
  struct Remedy: Sendable {
    var ours: String?
    var note: String?
  }

  static let remedies: [String: Remedy] = [
    "**": Remedy(ours: "^"),
    "//": Remedy(ours: "#", note: "'#' begins a comment"),
    "/*": Remedy(ours: "#", note: "'#' begins a comment"),
    ":=": Remedy(ours: "="),
    "<>": Remedy(ours: "!="),
    "=>": Remedy(ours: ">="),
    "=<": Remedy(ours: "<="),
    "+=": Remedy(note: again("+")),
    "-=": Remedy(note: again("-")),
    "*=": Remedy(note: again("*")),
    "/=": Remedy(note: again("/")),
    "&&": Remedy(note: "write a*b, which is 1 where both are 1"),
    "||": Remedy(note: "write max(a, b), which is 1 where either is 1"),
    "&": Remedy(note: "write a*b, which is 1 where both are 1"),
    "|": Remedy(note: "write max(a, b) for 'or', abs(x) for the absolute value"),
    "!": Remedy(note: "write x == 0 for 'not x'"),
    "?": Remedy(note: "where(c, a, b) is a where c is not zero, and b elsewhere"),
    ":": Remedy(note: "a block stands in braces, { … }; a range is written 1..3"),
    "%": Remedy(note: "25 percent is 0.25; the remainder of x by y is x - y*floor(x/y)"),
    "'": Remedy(note: "text stands in double quotes; the transpose of x is transpose(x)"),
  ]

  private static func again(_ symbol: String) -> String {
    "name it again: x = x \(symbol) 1, or for a leaf 'set x = x \(symbol) 1'"
  }
}
