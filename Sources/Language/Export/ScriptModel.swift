import Autodiff
import Reporting
import Training

/// The body of the module that a network or a function becomes.
struct ScriptModel {
  private(set) var leaves: ScriptLeaves
  private(set) var lines: [String] = []
  private(set) var drops = false
  /// How many numbers it gives for a row.
  let predictions: Int

  init(
    _ interpreter: Interpreter, _ subject: TrainingSubject, _ trained: Interpreter.Trained,
    at range: SourceRange
  ) throws(Diagnostic) {
    (leaves, lines, predictions, drops) = try interpreter.temporarily {
      () throws(Diagnostic) -> (ScriptLeaves, [String], Int, Bool) in
      let first = interpreter.graph.count
      func given(_ count: Int) -> [NodeID] {
        (0..<count).map { _ in interpreter.graph.addLeaf(1, at: .none) }
      }
      let inputs = given(subject.data.set.x.columns)
      let rows = try interpreter.rowNodes(
        subject, inputs: [inputs], targets: [given(subject.data.set.y?.columns ?? 0)],
        isTraining: true)
      let reached = interpreter.graph.leaves(below: rows.loss).filter { Int($0.index) < first }
      var names = PythonNames(["draw"])
      let leaves = try ScriptLeaves(
        interpreter, reached: Set(reached), network: subject.network,
        trained: Set(trained.nodes), names: &names, at: range)
      let parts = leaves.parts("self.")
      let body: [String]
      var drops = false
      if let network = subject.network {
        let forward = try ScriptForward(interpreter, network, leaves: parts, at: range)
        body = forward.lines
        drops = forward.drops
      } else {
        var given: [NodeID: PythonPart] = [:]
        for (place, node) in inputs.enumerated() {
          given[node] = PythonPart(
            PythonPart.Element(
              tensor: "x", shape: .vector(inputs.count), place: place, isOfRows: true))
        }
        var graph = PythonGraph(
          interpreter.graph, leaves: parts, given: given, names: PythonNames())
        let results = graph.write(rows.predictions[0])
        body = graph.lines + ["return \(PythonPart.row(results))"]
      }
      return (
        leaves, ScriptModel.text(subject, leaves, body, drops: drops), rows.predictions[0].count,
        drops
      )
    }
  }

  private static func text(
    _ subject: TrainingSubject, _ leaves: ScriptLeaves, _ body: [String], drops: Bool
  ) -> [String] {
    let signature = subject.network?.signature ?? subject.function.name
    let words = PythonText.comment(signature).filter { $0 != "\\" && $0 != "\"" }
    var lines = [
      "    \"\"\"\(words)\"\"\"", "", "    def __init__(self):", "        super().__init__()",
    ]
    if drops { lines.append("        self.draw = None") }
    for tensor in leaves.tensors {
      lines.append(
        tensor.isBuffer
          ? "        self.register_buffer(\(PythonText.string(tensor.attribute)), \(tensor.empty))"
          : "        self.\(tensor.attribute) = nn.Parameter(\(tensor.empty))")
    }
    return lines + (drops ? ScriptFrame.dropout : []) + ["", "    def forward(self, x):"]
      + body.map { "        " + $0 }
  }
}
