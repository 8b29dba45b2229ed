import Autodiff
import Reporting
import Training

/// Reads a piece of a program with every `choose` and `between` in it replaced by what was chosen.
///
/// What comes out is syntax again, so that a trial is nothing but the statement a person would
/// have written for it.
final class Chooser {
  /// What was chosen, in the order in which it stands in the program.
  private(set) var choices: [SearchChoice] = []
  let interpreter: Interpreter
  private let maker: any ChoiceMaker
  /// What stands in the place of the words of each choice, but for those inside another.
  private var replaced: [(range: SourceRange, text: String)] = []
  /// The names of choices so far; these say something else of a trial.
  private var names: Set<String> = ["type", "trial", "status", "loss"]
  var denseCount = 0

  init(_ interpreter: Interpreter, _ maker: any ChoiceMaker) {
    self.interpreter = interpreter
    self.maker = maker
  }

  /// The expression for this trial; `name` is what is chosen for, `isWhole` whether only a whole
  /// number will do.
  func chosen(_ expression: Expression, for name: String, isWhole: Bool = false)
    throws(Diagnostic) -> Expression
  {
    func same(_ expression: Expression) throws(Diagnostic) -> Expression {
      try chosen(expression, for: name, isWhole: isWhole)
    }
    var expression = expression
    switch expression.kind {
    case .number, .text, .name: break
    case .negated(let operand): expression.kind = .negated(try same(operand))
    case .chain(let first, let links):
      let first = try same(first)
      expression.kind = .chain(
        first,
        try links.map { (link) throws(Diagnostic) in
          var link = link
          link.operand = try same(link.operand)
          return link
        })
    case .power(let base, let exponent):
      expression.kind = .power(try same(base), try same(exponent))
    case .call(let callee, let arguments):
      switch interpreter.choice(callee)?.name {
      case Builtins.choose.name: return try alternative(expression, arguments, name, isWhole)
      case Builtins.between.name: return try number(expression, arguments, name, isWhole)
      default: break
      }
      var word = ""
      if case .name(let name) = callee.kind { word = name }
      expression.kind = .call(callee, try chosen(arguments, of: word, for: name))
    case .element(let base, let indices):
      let base = try same(base)
      expression.kind = .element(
        base,
        try indices.map { (index) throws(Diagnostic) in
          if case .at(let place) = index { return .at(try same(place)) }
          return index
        })
    case .member(let base, let member): expression.kind = .member(try same(base), member)
    case .list(let elements): expression.kind = .list(try elements.map(same))
    case .comprehension(let element, let variables, let source):
      expression.kind = .comprehension(
        try same(element), variables: variables, source: try same(source))
    case .range(let first, let last): expression.kind = .range(try same(first), try same(last))
    }
    return expression
  }

  /// The arguments of a call, or of a verb, for this trial.
  func chosen(_ arguments: [Argument], of callee: String, for name: String)
    throws(Diagnostic) -> [Argument]
  {
    var place = 0
    return try arguments.map { (argument) throws(Diagnostic) in
      var argument = argument
      var setting = argument.name?.text
      if setting == nil {
        setting = nameOfSetting(place, of: callee)
        place += 1
      }
      argument.value = try chosen(
        argument.value, for: setting ?? name, isWhole: Chooser.isWhole(setting))
      return argument
    }
  }

  /// The words of the program in a range as they are for this trial.
  func words(_ range: SourceRange) -> String {
    var text = ""
    var start = range.start
    for part in replaced where part.range.start >= range.start && part.range.end <= range.end {
      text += interpreter.words(SourceRange(start: start, end: part.range.start)) + part.text
      start = part.range.end
    }
    return text + interpreter.words(SourceRange(start: start, end: range.end))
  }

  // MARK: Choices

  private func alternative(
    _ choice: Expression, _ arguments: [Argument], _ name: String, _ isWhole: Bool
  ) throws(Diagnostic) -> Expression {
    if let setting = arguments.compactMap(\.name).first {
      throw ProgramProblem.unknownSetting(setting.text, of: "choose", closest: nil, known: [])
        .diagnostic(at: setting.range)
    }
    guard !arguments.isEmpty else {
      throw ProgramProblem.wrongArgumentCount(
        function: "choose", signature: Builtins.choose.signature, expected: 1...Int.max, given: 0
      ).diagnostic(at: choice.range)
    }
    let taken = arguments[maker.alternative(of: arguments.count)].value
    // A choice between choices has nothing of its own to say.
    if case .call(let callee, _) = taken.kind, interpreter.choice(callee) != nil {
      let chosen = try chosen(taken, for: name, isWhole: isWhole)
      replace(choice.range, with: words(taken.range))
      return chosen
    }
    let place = choices.count
    let unique = unique(name)
    let expression = try chosen(taken, for: name, isWhole: isWhole)
    let text = words(taken.range)
    var value = SearchChoice.Value.word(text)
    switch expression.kind {
    case .number(let number): value = .number(number)
    case .negated(let operand):
      if case .number(let number) = operand.kind { value = .number(-number) }
    case .call(let callee, _):
      // What is chosen inside is told by itself.
      if choices.count > place { value = .word(interpreter.words(callee.range)) }
    default: break
    }
    choices.insert(SearchChoice(name: unique, value: value), at: place)
    replace(choice.range, with: text)
    return expression
  }

  private func number(
    _ choice: Expression, _ arguments: [Argument], _ name: String, _ isWhole: Bool
  ) throws(Diagnostic) -> Expression {
    let number = maker.number(
      in: try interpreter.interval(arguments, isWhole: isWhole, at: choice.range))
    choices.append(SearchChoice(name: unique(name), value: .number(number)))
    replace(choice.range, with: NumberStyle(digits: 4).text(number))
    return Expression(kind: .number(number), range: choice.range)
  }

  private func replace(_ range: SourceRange, with text: String) {
    replaced.removeAll { $0.range.start >= range.start && $0.range.end <= range.end }
    replaced.append((range, text))
  }

  private func unique(_ name: String) -> String {
    var unique = names.contains(name) && name == "loss" ? "loss_function" : name
    var number = 1
    while !names.insert(unique).inserted {
      number += 1
      unique = "\(name)_\(number)"
    }
    return unique
  }

  // MARK: What is chosen for

  /// The name of what stands at a place in a call, from 0; nil if what the call is for says more.
  private func nameOfSetting(_ place: Int, of callee: String) -> String? {
    switch callee {
    case "dense": return place == 0 ? "units\(denseCount)" : "activation\(denseCount)"
    case "repeat": return "repeats"
    default: break
    }
    let settings =
      LayerKind.named(callee)?.settings ?? Optimizers.named(callee)?.settings
      ?? ObjectiveMethods.named(callee)?.settings ?? Schedules.named(callee)?.settings ?? []
    return place < settings.count ? settings[place].name : nil
  }

  private static func isWhole(_ setting: String?) -> Bool {
    guard let setting else { return false }
    return ["batch", "epochs", "every", "seed", "patience", "repeats"].contains(setting)
      || setting.hasPrefix("units")
  }
}
