import Autodiff
import Reporting

/// A verb of the language: what help, completion and the interpreter need to know about it.
final class Verb: Sendable {
  /// A word that changes what the verb does.
  struct Option: Sendable {
    var name: String
    var meaning: String
  }

  /// The word.
  let name: String
  /// One line for help and completion.
  let summary: String
  /// How it is written.
  let usage: String
  /// What may be named after its operands.
  let options: [Option]
  /// Whether any other name may be given too, such as a leaf to be varied.
  let takesOtherNames: Bool
  /// Whether a beginner is told about it first.
  let isForBeginners: Bool
  /// What it does.
  let run: @Sendable (Interpreter, Invocation) throws(Diagnostic) -> Void

  init(
    _ name: String, _ summary: String, usage: String, options: [Option] = [],
    takesOtherNames: Bool = false, isForBeginners: Bool = false,
    run: @escaping @Sendable (Interpreter, Invocation) throws(Diagnostic) -> Void
  ) {
    self.name = name
    self.summary = summary
    self.usage = usage
    self.options = options
    self.takesOtherNames = takesOtherNames
    self.isForBeginners = isForBeginners
    self.run = run
  }
}

/// A verb as it stands in a program.
struct Invocation {
  var verb: Name
  var arguments: [Argument]
  var range: SourceRange
}

/// Every verb, by name.
enum Verbs {
  /// All verbs, in the order of help; `set`, `input`, `param` and `for` have forms of their own.
  static let all: [Verb] = [
    show, forward, backward, step, quiz, explain, claim, check, compare, train, minimize, search,
    rewind, plot,
    expect,
    draw,
    seed,
  ]

  /// The verb of that name.
  static func named(_ name: String) -> Verb? { byName[name] }

  /// Whether a word is special as the first of a statement.
  static func isVerb(_ word: String) -> Bool { byName[word] != nil || word == "set" }

  private static let byName = Dictionary(
    all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
}

extension Interpreter {
  /// The operands of a verb; complains about too few, too many, and unknown options.
  func operands(_ invocation: Invocation, _ count: ClosedRange<Int>) throws(Diagnostic)
    -> [Expression]
  {
    guard let verb = Verbs.named(invocation.verb.text) else { return [] }
    try Interpreter.refuseDuplicates(invocation.arguments)
    for name in invocation.arguments.compactMap(\.name)
    where !verb.takesOtherNames && !verb.options.contains(where: { $0.name == name.text }) {
      let known = verb.options.map(\.name)
      throw ProgramProblem.unknownSetting(
        name.text, of: verb.name, closest: closestName(to: name.text, among: known), known: known
      ).diagnostic(at: name.range)
    }
    let operands = invocation.arguments.filter { $0.name == nil }.map(\.value)
    if operands.isEmpty, count.lowerBound > 0 {
      throw ProgramProblem.needsValue(verb: verb.name, signature: verb.usage)
        .diagnostic(at: invocation.verb.range)
    }
    guard count.contains(operands.count) else {
      throw ProgramProblem.wrongArgumentCount(
        function: verb.name, signature: verb.usage, expected: count, given: operands.count
      ).diagnostic(at: operands.last?.range ?? invocation.range)
    }
    return operands
  }

  /// The value of an option; nil if it is not named.
  func option(_ name: String, _ invocation: Invocation) -> Expression? {
    invocation.arguments.first { $0.name?.text == name }?.value
  }

  /// The words of the program in a range.
  func words(_ range: SourceRange) -> String { sources.text(in: range) }

  /// Records the pass for a verb's first operand and remembers it as the last loss.
  func pass(_ invocation: Invocation, isLoss: Bool) throws(Diagnostic) -> Pass {
    let operand = try operands(invocation, 1...1)[0]
    let run = lastRun
    let output = try output(of: invocation, operand)
    let shown = try shownSteps(invocation)
    let isUnfolded = try flag("unfold", invocation, default: false)
    let tape = try tape(of: output, at: invocation.range)
    // A step that is shown is work too, for whoever writes it out.
    if shown != .none { try spend(tape.forwardNodes.count, at: invocation.range) }
    if isLoss {
      lastLoss = output
      // The loss of a training stays what `row=` picks from.
      lastRun = graph.name(of: output)?.hasPrefix("loss") == true ? run : nil
    }
    return Pass(
      name: words(operand.range), graph: graph, tape: tape, leaves: leaves(of: tape), shown: shown,
      isUnfolded: isUnfolded)
  }

  /// The node a verb is asked about; by the name `loss`, the loss of the last training.
  func output(of invocation: Invocation, _ operand: Expression) throws(Diagnostic) -> NodeID {
    let row = try row(invocation)
    if let loss = try trainingLoss(operand, row: row) { return loss }
    try lookAt(row, at: operand.range)
    return try scalarNode(
      try evaluate(operand), "what '\(invocation.verb.text)' is given", at: operand.range)
  }

  /// The tape of a node, unless the person stops it.
  func tape(of output: NodeID, at range: SourceRange) throws(Diagnostic) -> Tape {
    try foresee(nodes: 0, at: range)
    try spend(1 + graph.count / 16, at: range)
    return try Tape(of: output, in: graph) { () throws(Diagnostic) in
      try self.spend(256, at: range)
    }
  }

  /// The leaves of the program, and those an output depends on whose names mean something else
  /// by now, in the order they were declared.
  func leaves(of tape: Tape) -> [Pass.Leaf] {
    var leaves = leaves()
    let known = Set(leaves.flatMap(\.nodes))
    let names = Set(leaves.map(\.name))
    for node in tape.leafNodes(in: graph) where !known.contains(node) {
      let title = graph.title(of: node)
      leaves.append(
        Pass.Leaf(
          name: names.contains(title) ? "\(title) (earlier)" : title, role: role(of: node),
          shape: .scalar, nodes: [node]))
    }
    return leaves.sorted { ($0.nodes.first ?? NodeID(0)) < ($1.nodes.first ?? NodeID(0)) }
  }

  /// What a leaf was declared for.
  private func role(of leaf: NodeID) -> LeafRole {
    words(graph.range(of: leaf)).hasPrefix(LeafRole.param.rawValue) ? .param : .input
  }

  /// The leaves of the program, in the order they were declared.
  func leaves() -> [Pass.Leaf] {
    var leaves: [Pass.Leaf] = []
    for (name, binding) in names.globals {
      guard let role = binding.role, let tensor = leafNodes(named: name) else { continue }
      leaves.append(
        Pass.Leaf(name: name, role: role, shape: tensor.shape, nodes: tensor.elements.map(node)))
    }
    return leaves.sorted { ($0.nodes.first ?? NodeID(0)) < ($1.nodes.first ?? NodeID(0)) }
  }

  private func shownSteps(_ invocation: Invocation) throws(Diagnostic) -> Pass.ShownSteps {
    guard let expression = option("steps", invocation) else { return .all }
    if case .name("true") = expression.kind { return .all }
    let count = try number(of: try evaluate(expression), "'steps'", at: expression.range)
    if count == 0 { return .none }
    guard count > 0 || count.isNaN else {
      throw ProgramProblem.settingOutOfRange("steps", value: count, allowed: 0 ... .infinity)
        .diagnostic(at: expression.range)
    }
    guard let whole = Int(exactly: count) else {
      throw ProgramProblem.notWhole(what: "'steps'", value: count).diagnostic(at: expression.range)
    }
    return .last(whole)
  }

  /// An option that is true or false.
  func flag(_ name: String, _ invocation: Invocation, default standard: Bool) throws(Diagnostic)
    -> Bool
  {
    guard let expression = option(name, invocation) else { return standard }
    return try number(of: try evaluate(expression), "'\(name)'", at: expression.range) != 0
  }
}
