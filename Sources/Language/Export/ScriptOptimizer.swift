import Autodiff
import Reporting
import Training

/// The optimizer of a training: PyTorch's, or the learner's own as a class.
struct ScriptOptimizer {
  /// What stands before the training.
  var lines: [String] = []
  /// What sets the settings that change, before each step.
  var perStep: [String] = []
  /// Whether a step needs to compute the loss again.
  var needsClosure = false
  /// The settings of a plateau of the learning rate.
  var plateau: [String]?

  init(
    _ updating: Updating, _ script: OptimizerSyntax, steps: Int, at range: SourceRange
  ) throws(Diagnostic) {
    var schedules: [ScriptSchedule] = []
    for (setting, value) in zip(updating.settings.settings, updating.settings.values) {
      schedules.append(try ScriptSchedule(setting.name, value, steps: steps, at: range))
    }
    for schedule in schedules where schedule.plateau != nil && schedule.name != "lr" {
      throw ScriptProblem.plateau(schedule.name).diagnostic(at: range)
    }
    let className: String
    switch updating.method {
    case .rule(let optimizer):
      guard let name = torchName(optimizer.source, "torch.optim.") else {
        throw ScriptProblem.noCounterpart(
          optimizer.name, instead: "choose one of PyTorch's optimizers"
        ).diagnostic(at: range)
      }
      className = "torch.optim.\(name)"
    case .own:
      lines += script.own
      className = script.ownName
    case .objective(let method):
      let type = type(of: method)
      guard let name = torchName(type.source, "torch.optim.") else {
        throw ScriptProblem.noCounterpart(
          type.name, instead: "choose one of PyTorch's optimizers, such as lbfgs"
        ).diagnostic(at: range)
      }
      className = "torch.optim.\(name)"
      needsClosure = true
    }
    let arguments = ScriptOptimizer.arguments(schedules, updating.settings.settings)
    lines += schedules.flatMap { $0.lines.isEmpty ? [] : $0.lines + [""] }
    lines.append(
      "optimizer = \(className)(\((["parameters.values()"] + arguments).joined(separator: ", ")))")
    perStep = ScriptOptimizer.changes(schedules)
    if let settings = schedules.first(where: { $0.plateau != nil })?.plateau {
      var words: [String] = []
      for (place, setting) in Plateau.settings.enumerated().dropFirst() {
        let number = settings[place]
        let text =
          setting.words.isEmpty
          ? setting.name == "patience" || setting.name == "cooldown"
            ? NumberStyle.exact.text(number) : PythonText.number(number)
          : PythonText.string(Int(exactly: number).map { setting.words[$0] } ?? "")
        words.append("\(setting.name)=\(text)")
      }
      plateau = words
      lines += [
        "plateau = torch.optim.lr_scheduler.ReduceLROnPlateau(",
        "    optimizer, \(words.joined(separator: ", ")))",
      ]
    }
  }

  /// Settings by PyTorch's names; a schedule begins with its first value.
  private static func arguments(_ schedules: [ScriptSchedule], _ settings: [Setting]) -> [String] {
    var arguments: [String] = []
    for (schedule, setting) in zip(schedules, settings) {
      var text = schedule.value(at: "0")
      if let settings = schedule.plateau { text = PythonText.number(settings[0]) }
      if let number = schedule.number, let word = Int(exactly: number), !setting.words.isEmpty {
        text =
          ["false": "False", "true": "True"][setting.words[word]]
          ?? PythonText.string(setting.words[word])
      }
      switch setting.name {
      case "beta1": arguments.append("betas=(\(text), ")
      case "beta2": arguments[arguments.count - 1] += "\(text))"
      case "max_iter", "max_eval", "history_size":
        guard let number = schedule.number, !number.isNaN else { continue }
        arguments.append("\(setting.name)=\(NumberStyle.exact.text(number))")
      case "line_search":
        if schedule.number == 1 { arguments.append("line_search_fn=\"strong_wolfe\"") }
      default: arguments.append("\(schedule.name)=\(text)")
      }
    }
    return arguments
  }

  private static func changes(_ schedules: [ScriptSchedule]) -> [String] {
    let changing = schedules.filter { !$0.isConstant && $0.plateau == nil }
    guard !changing.isEmpty else { return [] }
    var lines = ["for group in optimizer.param_groups:"]
    for schedule in changing where !schedule.name.hasPrefix("beta") {
      lines.append("    group[\"\(schedule.name)\"] = \(schedule.call)")
    }
    if changing.contains(where: { $0.name.hasPrefix("beta") }) {
      let betas = schedules.filter { $0.name.hasPrefix("beta") }.map(\.call)
      lines.append("    group[\"betas\"] = (\(betas.joined(separator: ", ")))")
    }
    return lines
  }
}

/// The learner's own optimizer as a class of PyTorch's kind.
struct OptimizerSyntax {
  /// The class, if it is the learner's own.
  var own: [String] = []
  var ownName = ""

  init() {}

  init(_ interpreter: Interpreter, _ function: FunctionValue, at range: SourceRange)
    throws(Diagnostic)
  {
    guard case .written(let syntax) = function.source else { return }
    let operands = syntax.parameters.filter { $0.standard == nil }.map(\.name.text)
    let settings = syntax.parameters.filter { $0.standard != nil }.map(\.name.text)
    let states = operands.dropFirst(2).filter { $0 != "t" }
    let (lines, results) = try interpreter.temporarily {
      () throws(Diagnostic) -> ([String], [String]) in
      var names = PythonNames(["group", "state"])
      var given: [NodeID: PythonPart] = [:]
      var nodes: [NodeID] = []
      var chosen = function
      for name in operands + settings {
        let node = interpreter.graph.addLeaf(1, at: .none)
        given[node] = PythonPart(names.unique(name))
        nodes.append(node)
      }
      let arguments = zip(operands + settings, nodes)
      for (name, node) in Array(arguments).dropFirst(operands.count) {
        chosen.chosen[name] = .node(node)
      }
      let value = try interpreter.call(
        chosen, with: nodes[..<operands.count].map { .node($0) }, at: range)
      let results = try interpreter.tensor(value, "what '\(function.name)' gives", at: range)
        .elements.map(interpreter.node)
      var graph = PythonGraph(interpreter.graph, leaves: given, names: names)
      let parts = graph.write(results)
      return (graph.lines, parts.map(\.asTensor))
    }
    ownName = PythonNames.identifier(function.name).capitalizedWord
    own = ScriptOptimizer.ownClass(
      ownName, of: function.name, operands: operands, settings: settings, states: Array(states),
      lines: lines, results: results)
  }
}

extension ScriptOptimizer {
  fileprivate static func ownClass(
    _ className: String, of name: String, operands: [String], settings: [String], states: [String],
    lines: [String], results: [String]
  ) -> [String] {
    func id(_ name: String) -> String { PythonNames.identifier(name) }
    let pairs = settings.map { "\(id($0))=\(id($0))" }.joined(separator: ", ")
    var text = [
      "class \(className)(torch.optim.Optimizer):",
      "    \"\"\"The optimizer \(PythonText.comment(name)) of the program.\"\"\"", "",
      "    def __init__(self, \((["parameters"] + settings.map(id)).joined(separator: ", "))):",
      "        super().__init__(list(parameters), dict(\(pairs)))", "",
      "    @torch.no_grad()", "    def step(self):",
      "        for group in self.param_groups:",
    ]
    let deep = "                "
    text += settings.map {
      "            \(id($0)) = torch.tensor(group[\(PythonText.string(id($0)))])"
    }
    text += [
      "            for \(id(operands[0])) in group[\"params\"]:",
      deep + "state = self.state[\(id(operands[0]))]",
      deep + "\(id(operands[1])) = \(id(operands[0])).grad",
    ]
    if operands.contains("t") {
      text += [
        deep + "state[\"t\"] = state.get(\"t\", 0) + 1",
        deep + "t = torch.tensor(float(state[\"t\"]))",
      ]
    }
    text += states.map {
      deep + "\(id($0)) = state.get(\(PythonText.string($0)), torch.zeros_like(\(id(operands[0]))))"
    }
    text += lines.map { deep + $0 }
    let targets = ["new"] + states.map { "state[\(PythonText.string($0))]" }
    text.append(deep + "\(targets.joined(separator: ", ")) = \(results.joined(separator: ", "))")
    text.append(deep + "\(id(operands[0])).copy_(new)")
    return text + ["", ""]
  }
}

extension String {
  /// With a capital first, as a class is named.
  var capitalizedWord: String { prefix(1).uppercased() + dropFirst() }
}

extension Interpreter {
  /// The optimizer of a statement as a class, if it is the learner's own.
  func ownOptimizerSyntax(_ invocation: Invocation) throws(Diagnostic) -> OptimizerSyntax {
    guard let expression = option("optimizer", invocation) else { return OptimizerSyntax() }
    let (word, _) = try wordAndArguments(expression, of: "optimizer")
    guard case .function(let function)? = names.value(of: word) else { return OptimizerSyntax() }
    return try OptimizerSyntax(self, function, at: expression.range)
  }
}
