import Autodiff
import Reporting

extension ProgramProblem {
  /// The sentence for a problem at a place.
  func diagnostic(at range: SourceRange) -> Diagnostic {
    switch self {
    case .unknownName(let name, let closest):
      return ProgramProblem.unknown(name, "there is nothing called", closest, at: range)
    case .unknownFunction(let name, let closest):
      return ProgramProblem.unknown(name, "there is no function called", closest, at: range)
    case .verbAsValue(let verb):
      return Diagnostic(
        "verb-as-value", "'\(verb)' is a verb, not a value: it stands first in a statement",
        at: range, notes: ["write '\(verb) …' on a line of its own"])
    case .notAFunction(let name, let kind):
      return Diagnostic(
        "not-a-function", "'\(name)' is \(kind), not a function", at: range,
        notes: ["for a product write '\(name)*(…)'; for an element write '\(name)[…]'"])
    case .functionAsValue(let name):
      return Diagnostic(
        "function-as-value", "'\(name)' is a function, not a value", at: range,
        notes: ["call it to get a value: '\(name)(…)'"])
    case .wrongArgumentCount(let function, let signature, let expected, let given):
      let count = ProgramProblem.count(expected)
      return Diagnostic(
        "wrong-argument-count",
        "'\(function)' takes \(count), not \(given)", at: range, notes: ["write '\(signature)'"])
    case .missingArgument(let function, let signature, let parameter):
      return Diagnostic(
        "missing-argument", "'\(function)' needs a value for '\(parameter)'", at: range,
        notes: ["write '\(signature)'"])
    case .unknownSetting(let name, let function, let closest, let known):
      var message = "'\(function)' has no setting called '\(name)'"
      if let closest { message += "; did you mean '\(closest)'?" }
      let list = known.map { "'\($0)'" }.joined(separator: ", ")
      return Diagnostic(
        "unknown-setting", message, at: range,
        notes: [known.isEmpty ? "it has no settings" : "its settings: \(list)"],
        fixes: closest.map { [Diagnostic.Fix("write '\($0)'", replacing: range, with: $0)] } ?? [])
    case .duplicateSetting(let name):
      return Diagnostic(
        "duplicate-setting", "'\(name)' is given twice", at: range, notes: ["leave one of them out"]
      )
    case .settingNotANumber(let name, let kind):
      return Diagnostic("bad-setting", "'\(name)' must be a number, not \(kind)", at: range)
    case .settingDependsOnLeaf(let name, let function):
      return Diagnostic(
        "bad-setting",
        "'\(name)' of '\(function)' must be a plain number, not one that is learned or given",
        at: range, notes: ["to learn it, write the function yourself, for example with 'where'"])
    case .settingOutOfRange(let name, let value, let allowed):
      return Diagnostic(
        "bad-setting",
        "'\(name)' must be \(ProgramProblem.bounds(allowed)), not \(ProgramProblem.text(value))",
        at: range)
    case .scheduleNotFinite(let name, let value, let steps):
      return Diagnostic(
        "bad-setting",
        "the schedule of '\(name)' gives \(ProgramProblem.text(value)) after "
          + (steps == 1 ? "one step" : "\(steps) steps"), at: range,
        notes: ["'\(name)' must be finite"])
    case .settingWord(let name, let given, let words):
      let list = words.map { "\"\($0)\"" }.joined(separator: " or ")
      return Diagnostic("bad-setting", "'\(name)' must be \(list), not \(given)", at: range)
    case .settingNotText(let name, let kind):
      return Diagnostic(
        "bad-setting", "'\(name)' must be a text in double quotes, not \(kind)", at: range)
    case .shapeMismatch("~", let left, let right):
      return Diagnostic(
        "shape-mismatch", "\(left.description) cannot be compared with \(right.description)",
        at: range, notes: ["shapes must be equal, or one of the two a scalar"])
    case .shapeMismatch(let operation, let left, let right):
      return Diagnostic(
        "shape-mismatch",
        "'\(operation)' cannot combine \(left.description) and \(right.description)", at: range,
        notes: ["shapes must be equal, or one of the two a scalar"])
    case .matrixProductMismatch(let left, let right):
      return Diagnostic(
        "shape-mismatch", "'@' cannot combine \(left.description) and \(right.description)",
        at: range, notes: ["the columns on the left must be as many as the rows on the right"])
    case .notAScalar(let what, let kind):
      return Diagnostic(
        "not-a-scalar", "\(what) must be a scalar, not \(kind)", at: range,
        notes: ["choose an element, as in y[1], or reduce it, as in sum(y)"])
    case .notNumeric(let what, let kind):
      return Diagnostic("not-a-number", "\(what) must be numbers, not \(kind)", at: range)
    case .raggedList(let first, let other):
      return Diagnostic(
        "ragged-list",
        "the rows of a matrix must be equally long, and this is \(other.description)", at: range,
        notes: ["the first row is \(first.description)"])
    case .emptyList:
      return Diagnostic(
        "empty-list", "this has no elements", at: range,
        notes: ["a vector or a matrix has at least one element"])
    case .mixedList(let first, let other):
      return Diagnostic(
        "mixed-list", "this is \(other.description), and the first element is \(first.description)",
        at: range, notes: ["a list holds scalars, or vectors of one length, not both"])
    case .listOfMatrices:
      return Diagnostic(
        "too-many-dimensions", "a list cannot hold matrices", at: range,
        notes: ["there are scalars, vectors and matrices; concat(a, b) joins matrices"])
    case .indexOutOfRange(let index, let count, let what):
      return Diagnostic(
        "index-out-of-range",
        "there is no element \(ProgramProblem.text(index)): \(what) has \(count)", at: range,
        notes: [
          count == 1
            ? "the only index is 1" : "indices start at 1, and the last is \(count)"
        ])
    case .tooManyIndices(let shape, let given):
      return Diagnostic(
        "too-many-indices", "\(shape.description) does not take \(given) indices", at: range,
        notes: ["a vector takes one index, x[2], and a matrix one or two, W[2, 1] or W[.., 1]"])
    case .notIndexable(let kind):
      return Diagnostic(
        "not-indexable", "\(kind) has no elements", at: range,
        notes: ["vectors and matrices have: [1, 2], [[1, 2], [3, 4]]"])
    case .notWhole(let what, let value) where value.isFinite && abs(value) >= 1e15:
      return Diagnostic(
        "not-whole", "\(what) is too large: \(ProgramProblem.text(value))", at: range,
        notes: ["whole numbers go up to 1e15"])
    case .notWhole(let what, let value):
      return Diagnostic(
        "not-whole", "\(what) must be a whole number, not \(ProgramProblem.text(value))", at: range)
    case .badSize(let value):
      return Diagnostic(
        "bad-size", "a size must be a whole number from 1, not \(ProgramProblem.text(value))",
        at: range)
    case .tooManyDimensions(let count):
      return Diagnostic(
        "too-many-dimensions", "a shape has one or two sizes, not \(count)", at: range)
    case .recursiveFunction(let name):
      return Diagnostic(
        "recursive-function", "'\(name)' calls itself, and functions here cannot", at: range,
        notes: ["repeat with 'for': for k in 1..10 { h = … }"])
    case .callsTooDeep(let limit):
      return Diagnostic(
        "too-deep", "more than \(limit) calls and brackets are open inside one another", at: range,
        notes: ["functions here cannot call themselves, not even through others"])
    case .noSuchMember(let name, let kind):
      return Diagnostic(
        "no-such-member", "\(kind) has no '.\(name)'", at: range,
        notes: [ProgramProblem.insteadOfMember(name)])
    case .nothingDifferentiated:
      return Diagnostic(
        "no-gradient-yet", "nothing has been differentiated yet", at: range,
        notes: ["run 'backward L' first, or write 'grad(L, w)'"])
    case .notALeaf(let name):
      return Diagnostic(
        "not-a-leaf", "'\(name)' is not a leaf, so it cannot be set", at: range,
        notes: ["only what was declared by 'input' or 'param' can be set"])
    case .leafWithoutValue(let name):
      return Diagnostic(
        "missing-value", "'\(name)' needs a value", at: range,
        notes: ["write 'input \(name) = 0.5' or 'param \(name) = 0.5'"])
    case .leafInLoop(let name):
      return Diagnostic(
        "leaf-in-loop", "'\(name)' would be declared again in every round", at: range,
        notes: ["declare it before the loop; to change it in the loop, write 'set \(name) = …'"])
    case .leafShape(let name, let declared, let given):
      return Diagnostic(
        "shape-mismatch",
        "'\(name)' is declared as \(declared.description) and given \(given.description)", at: range
      )
    case .setShape(let name, let shape, let given):
      return Diagnostic(
        "shape-mismatch",
        "'\(name)' is \(shape.description) and cannot be set to \(given.description)",
        at: range)
    case .setCount(let targets, let values):
      return Diagnostic(
        "shape-mismatch", "there are \(targets) numbers to set and \(values) given", at: range)
    case .notIterable(let kind):
      return Diagnostic(
        "not-iterable", "'for' goes through a range, a vector or the rows of a matrix, not \(kind)",
        at: range, notes: ["a range is written 1..10"])
    case .unpacking(let names, let shape):
      return Diagnostic(
        "shape-mismatch", "\(names) names cannot share \(shape.description)", at: range,
        notes: ["every item of this must have as many numbers as there are names"])
    case .statementInFunction(let word):
      return Diagnostic(
        "statement-in-function", "'\(word)' cannot stand inside a function", at: range,
        notes: ["a function has definitions, loops, and at the end its value"])
    case .verbInFunction(let verb):
      return Diagnostic(
        "statement-in-function", "'\(verb)' is a verb and cannot stand inside a function",
        at: range,
        notes: ["call the function, and use '\(verb)' on what it gives"])
    case .gradientTarget(let kind):
      return Diagnostic(
        "not-a-node", "a gradient is taken with respect to nodes, not \(kind)", at: range,
        notes: ["as in grad(L, w), or grad(L, [w, b])"])
    case .notComparison:
      return Diagnostic(
        "not-a-comparison", "'expect' needs a comparison", at: range,
        notes: ["as in 'expect L ~ 0.25' or 'expect L < 0.1'"])
    case .unknownWord(let word, let option, let known, let closest):
      let meant = closest.map { "; did you mean '\($0)'?" } ?? ""
      return Diagnostic(
        "unknown-word", "'\(option)' does not know '\(word)'\(meant)", at: range,
        notes: ["it knows \(known.joined(separator: ", "))"],
        fixes: closest.map { [Diagnostic.Fix("write '\($0)'", replacing: range, with: $0)] } ?? [])
    case .missingSetting(let name, let function):
      return Diagnostic(
        "missing-setting", "'\(function)' needs '\(name)'", at: range,
        notes: ["'reference \(function)' tells what it is"])
    case .optionWithout(let name, let needed):
      return Diagnostic(
        "missing-setting", "'\(name)' says nothing without '\(needed)'", at: range,
        notes: ["write '\(needed)' too"])
    case .settingConflict(let reason, let function):
      return Diagnostic("setting-conflict", "'\(function)': \(reason)", at: range)
    case .comparedKinds:
      return Diagnostic(
        "not-comparable", "a run is compared with a run, a loss with a loss", at: range)
    case .nothingToExplain(let words):
      return Diagnostic(
        "nothing-to-explain", "nothing that depends on '\(words)' has been defined yet", at: range,
        notes: ["say what is to be differentiated: explain L, \(words)"])
    case .unpackedNowhere:
      return Diagnostic(
        "several-values", "this gives two values, each of which needs a name", at: range,
        notes: ["write a, b = split(d, 0.8)"])
    case .valueCount(let names, let values):
      return Diagnostic(
        "several-values",
        "there are \(names) names and \(values == 1 ? "one value" : "\(values) values")",
        at: range)
    case .limit(let limit):
      return ProgramProblem.limit(limit, at: range)
    case .interrupted:
      return Diagnostic(
        "interrupted", "stopped; everything is as it was before this statement", at: range)
    case .needsValue(let verb, let signature):
      return Diagnostic(
        "missing-argument", "'\(verb)' needs a value", at: range, notes: ["write '\(signature)'"])
    }
  }

  static func unknown(
    _ name: String, _ words: String, _ closest: String?, at range: SourceRange
  ) -> Diagnostic {
    if let role = LeafRole(rawValue: name) {
      return Diagnostic(
        "verb-as-value", "'\(role.rawValue)' declares a leaf, and is not a value", at: range,
        notes: ["write '\(role.rawValue) x = 2' on a line of its own"])
    }
    if let remedy = ForeignWords.remedy(for: name) {
      return SyntaxProblem.foreignWord(name, remedy: remedy).diagnostic(at: range)
    }
    guard let closest else {
      return Diagnostic(
        "unknown-name", "\(words) '\(name)'", at: range,
        notes: ["a name means something from the line that defines it on"])
    }
    return Diagnostic(
      "unknown-name", "\(words) '\(name)'; did you mean '\(closest)'?", at: range,
      fixes: [Diagnostic.Fix("write '\(closest)'", replacing: range, with: closest)])
  }

  static func limit(_ limit: Limits.Reached, at range: SourceRange) -> Diagnostic {
    switch limit {
    case .nodes(let count):
      return Diagnostic(
        "limit-nodes", "this needs more than \(count) nodes", at: range,
        notes: ["the limit can be raised with --limit-nodes"])
    case .steps(let count):
      return Diagnostic(
        "limit-steps", "this needs more than \(count) steps", at: range,
        notes: ["the limit can be raised with --limit-steps"])
    case .memory(let bytes):
      return Diagnostic(
        "limit-memory", "this needs more than \(bytes >> 20) MiB of memory", at: range,
        notes: ["the limit can be raised with --limit-memory"])
    case .seconds(let seconds):
      return Diagnostic(
        "limit-seconds", "this took longer than \(text(seconds)) seconds", at: range,
        notes: ["the limit can be raised with --limit-seconds"])
    }
  }

  /// Names in quotes: 'a', 'n' and 'b'.
  static func list(_ names: [String]) -> String {
    let quoted = names.map { "'\($0)'" }
    guard let last = quoted.last, quoted.count > 1 else { return quoted.joined() }
    return quoted.dropLast().joined(separator: ", ") + " and " + last
  }

  /// A number of things: `1 row`, `2 rows`.
  static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }

  static func count(_ range: ClosedRange<Int>) -> String {
    func values(_ count: Int) -> String { count == 1 ? "1 value" : "\(count) values" }
    if range.lowerBound == range.upperBound { return values(range.lowerBound) }
    if range.upperBound == .max { return "at least \(values(range.lowerBound))" }
    return "\(range.lowerBound) to \(values(range.upperBound))"
  }

  /// What to write instead of something that does not belong to a value.
  static func insteadOfMember(_ name: String) -> String {
    if Verbs.isVerb(name) { return "write '\(name) …' on a line of its own" }
    if Builtins.named(name) != nil { return "a function comes first: write '\(name)(…)'" }
    switch name {
    case "T", "t": return "write 'transpose(…)'"
    case "shape", "size", "length": return "write 'len(…)' for the number of elements or rows"
    default: return "'.grad' gives the gradient at a node of the last loss"
    }
  }

  /// The numbers that are allowed, in words; an end that is only just left out is named itself.
  static func bounds(_ range: ClosedRange<Double>) -> String {
    let (low, high) = (range.lowerBound, range.upperBound)
    let least = low == .leastNonzeroMagnitude ? "above 0" : "at least \(text(low))"
    let below = high.nextUp == high.nextUp.rounded() && high != high.rounded()
    let most = below ? "below \(text(high.nextUp))" : "at most \(text(high))"
    if high == .greatestFiniteMagnitude { return "\(least) and finite" }
    switch (low == -.infinity, high == .infinity) {
    case (true, true): return "a number"
    case (false, true): return least
    case (true, false): return most
    case (false, false):
      return below || low == .leastNonzeroMagnitude
        ? "\(least) and \(most)" : "from \(text(low)) to \(text(high))"
    }
  }

  static func text(_ number: Double) -> String { NumberStyle.exact.text(number) }
}
