import Autodiff
import Reporting
import Training

/// Writes a `minimize` statement as a section of a PyTorch script.
struct ScriptMinimization {
  let interpreter: Interpreter
  let script: TrainingScript
  let output: NodeID
  let trained: Interpreter.Trained
  let updating: Updating
  let steps: Int
  let own: OptimizerSyntax
  let words: String
  let range: SourceRange

  /// The most nodes that are written out.
  private static let largest = 20_000

  func section() throws(Diagnostic) -> ScriptSection {
    let graph = interpreter.graph
    var names = PythonNames()
    let leaves = try ScriptLeaves(
      interpreter, reached: Set(graph.leaves(below: output)), network: nil,
      trained: Set(trained.nodes), names: &names, at: range)
    let section = ScriptSection(leaves.tensors)
    var lines = ["# " + PythonText.comment(words), ""]
    for tensor in leaves.tensors {
      let text = tensor.literal(tensor.nodes.map(graph.value))
      lines.append("\(tensor.attribute) = \(text)" + (tensor.isTrained ? ".requires_grad_()" : ""))
    }
    let pairs = leaves.tensors.filter(\.isTrained).map {
      "\(PythonText.string($0.name)): \($0.attribute)"
    }
    lines += [
      "parameters = {\(pairs.joined(separator: ", "))}",
      "weights = list(parameters.values())", "", "",
    ]
    var body = PythonGraph(graph, leaves: leaves.parts(""), names: names)
    let result = body.write([output])[0]
    guard body.lines.count <= ScriptMinimization.largest else {
      throw ScriptProblem.tooLong(
        what: "lines", count: body.lines.count, limit: ScriptMinimization.largest
      ).diagnostic(at: range)
    }
    let penalty = try ScriptPenalty(updating, steps: steps, at: range)
    let optimizer = try ScriptOptimizer(updating, own, steps: steps, at: range)
    let clip = try ScriptClip(updating.clip, steps: steps, at: range)
    let clipWeights = try ScriptClip(updating.clipWeights, steps: steps, at: range)
    guard optimizer.plateau == nil || penalty.isEmpty else {
      throw ScriptProblem.plateau("lr").diagnostic(at: range)
    }
    lines += penalty.lines + ["def objective(step):"] + body.lines.map { "    " + $0 }
    lines += [
      "    return \(result.text)" + (penalty.isEmpty ? "" : " + penalty(step)"), "", "",
    ]
    lines += optimizer.lines + [""] + clip.lines + clipWeights.lines
    section.before = lines
    section.loop = loop(optimizer, clip, clipWeights, penalty)
    return section
  }

  private func loop(
    _ optimizer: ScriptOptimizer, _ clip: ScriptClip, _ clipWeights: ScriptClip,
    _ penalty: ScriptPenalty
  ) -> [String] {
    var body = optimizer.perStep
    if optimizer.needsClosure {
      body += [
        "def closure():", "    optimizer.zero_grad()",
        "    loss = objective(step)\(penalty.isEmpty ? "" : " - penalty(step)")",
        "    loss.backward()", "    return loss", "",
      ]
    }
    body += [
      "optimizer.zero_grad()", "loss = objective(step)", "loss.backward()",
      "norm = gradient_norm(parameters)", "if step == 0:", "    check.first_step(parameters)",
      "if step + 1 in check:", "    check.report(step + 1, loss.item(), norm)",
    ]
    body += clip.perStep
    body.append(optimizer.needsClosure ? "optimizer.step(closure)" : "optimizer.step()")
    body += clipWeights.perStep
    if optimizer.plateau != nil { body.append("plateau.step(loss.item())") }
    return ["for step in range(\(steps)):"] + body.map { $0.isEmpty ? "" : "    " + $0 }
  }
}
