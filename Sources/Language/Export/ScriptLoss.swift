import Autodiff
import Reporting
import Training

/// The loss of a training: PyTorch's, or its formula.
struct ScriptLoss {
  /// What stands before the training: the criterion, or the function that is the loss.
  var lines: [String]
  /// The mean loss of some rows, from `prediction` and `target`.
  var call: String
  /// Whether targets are the numbers of classes, which PyTorch counts from 0.
  var countsClasses = false

  /// The loss of rows with so many targets.
  init(
    _ interpreter: Interpreter, _ subject: TrainingSubject, predictions: Int,
    leaves: [NodeID: PythonPart]
  ) throws(Diagnostic) {
    let targets = subject.data.set.y?.columns ?? 0
    if let criterion = try ScriptLoss.criterion(interpreter, subject, predictions, targets) {
      lines = ["criterion = \(criterion.text)"]
      call =
        criterion.isSum
        ? "criterion(prediction, target) / len(target)" : "criterion(prediction, target)"
      countsClasses = criterion.countsClasses
      return
    }
    lines = try ScriptLoss.formula(interpreter, subject, predictions, targets, leaves)
    call = "criterion(prediction, target)"
  }

  /// The class of PyTorch for a loss of the language, as its source names it.
  private static func criterion(
    _ interpreter: Interpreter, _ subject: TrainingSubject, _ predictions: Int, _ targets: Int
  ) throws(Diagnostic) -> (text: String, isSum: Bool, countsClasses: Bool)? {
    guard case .builtin(let builtin) = subject.loss.source, subject.loss.chosen["weight"] == nil,
      let loss = Losses.named(builtin.name), let name = torchName(loss.source, "torch.nn.")
    else { return nil }
    let isDistribution = loss.target == .classes && targets > 1
    guard !isDistribution || loss.name == "cross_entropy" else { return nil }
    if loss.target == .classes, predictions == 1 { return nil }
    let settings = try interpreter.settings(
      subject.loss.chosen, of: builtin, [], at: subject.range)
    var arguments: [String] = []
    for (place, setting) in loss.settings.enumerated() where settings[place] != setting.standard {
      let number = settings[place]
      var text = PythonText.number(number)
      if let word = Int(exactly: number), setting.words.indices.contains(word) {
        text = setting.words[word] == "true" ? "True" : "False"
      } else if setting.name == "pos_weight" {
        text = "torch.tensor(\(text))"
      } else if setting.name == "p" {
        text = NumberStyle.exact.text(number)
      }
      arguments.append("\(setting.name)=\(text)")
    }
    let isSum = settings[loss.settings.count] == 1
    if isSum { arguments.append("reduction=\"sum\"") }
    return (
      "nn.\(name)(\(arguments.joined(separator: ", ")))", isSum,
      loss.target == .classes && !isDistribution
    )
  }

  /// A function that is the loss of each row, and its mean.
  private static func formula(
    _ interpreter: Interpreter, _ subject: TrainingSubject, _ predictions: Int, _ targets: Int,
    _ leaves: [NodeID: PythonPart]
  ) throws(Diagnostic) -> [String] {
    try interpreter.temporarily { () throws(Diagnostic) in
      var given: [NodeID: PythonPart] = [:]
      func value(_ count: Int, _ tensor: String) -> Value {
        let nodes = (0..<count).map { place in
          let node = interpreter.graph.addLeaf(1, at: .none)
          given[node] = PythonPart(
            PythonPart.Element(
              tensor: tensor, shape: .vector(count), place: place, isOfRows: true))
          return node
        }
        return interpreter.simplified(
          Tensor(
            shape: count == 1 ? .scalar : .vector(count), elements: nodes.map { .node($0) }))
      }
      let operands = [value(predictions, "prediction"), value(targets, "target")]
      let loss = try interpreter.scalarNode(
        try interpreter.call(subject.loss, with: operands, at: subject.range), "the loss of a row",
        at: subject.range)
      var graph = PythonGraph(
        interpreter.graph, leaves: leaves, given: given, names: PythonNames())
      let part = graph.write([loss])[0]
      return ["def criterion(prediction, target):"]
        + ["    \"\"\"\(PythonText.comment(subject.loss.name)), its mean over the rows.\"\"\""]
        + graph.lines.map { "    " + $0 }
        + ["    return (\(part.text)).mean()"]
    }
  }
}

/// The class of PyTorch that a source names behind a prefix.
func torchName(_ source: String, _ prefix: String) -> String? {
  source.split(separator: " ").last.flatMap {
    $0.hasPrefix(prefix) ? String($0.dropFirst(prefix.count)) : nil
  }
}
