import Autodiff
import Reporting
import Training

/// A `minimize` statement: a value over the parameters it depends on.
struct MinimizeStatement {
  let interpreter: Interpreter
  let invocation: Invocation
  let operand: Expression

  init(_ interpreter: Interpreter, _ invocation: Invocation) throws(Diagnostic) {
    self.interpreter = interpreter
    self.invocation = invocation
    operand = try interpreter.operands(invocation, 1...1)[0]
  }

  /// What is minimized, in the program's words.
  var title: String { interpreter.words(operand.range) }

  func run() throws(Diagnostic) {
    let steps = try interpreter.countOption("steps", invocation, default: 1)
    let every = try interpreter.countOption("every", invocation, default: 1)
    let value = try interpreter.evaluate(operand)
    let output = try interpreter.scalarNode(value, "what 'minimize' is given", at: operand.range)
    let trained = interpreter.trained(
      output, freeze: try interpreter.leafSet("freeze", invocation) ?? [],
      only: try interpreter.leafSet("only", invocation))
    guard !trained.nodes.isEmpty else {
      throw TrainingProblem.nothingToTrain(title).diagnostic(at: operand.range)
    }
    let record = RunRecord(name: try interpreter.runName(invocation), subject: nil)
    record.nodes = trained.nodes
    try MinimizeCourse(self, output, trained, record, steps: steps, every: every).finish()
  }

  /// The first node that became nan or infinite, at the parameters that made it so; `step` is the
  /// step that led to them, 0 if they were given.
  func nonFinite(
    _ output: NodeID, _ values: [Double], _ nodes: [NodeID], step: Int
  ) throws(Diagnostic) -> Diagnostic {
    // Looked at where it happened; the last good parameters are put back by whoever asked.
    try interpreter.take(values, of: nodes, nil)
    let tape = try interpreter.tape(of: output, at: invocation.range)
    let pass = Pass(
      name: interpreter.words(operand.range), graph: interpreter.graph, tape: tape, leaves: [],
      shown: .none, isUnfolded: true)
    let cause: Diagnostic
    if let node = tape.firstNonFiniteValue(in: interpreter.graph) {
      cause = NonFiniteWording.value(node, in: pass, at: invocation.range)
    } else if let origin = tape.firstNonFiniteGradient(in: interpreter.graph) {
      cause = NonFiniteWording.gradient(origin, in: pass, at: invocation.range)
    } else {
      cause = TrainingProblem.nonFinite(
        cause: "no finite number", notes: [], step: step, row: nil
      ).diagnostic(at: invocation.range)
    }
    return TrainingProblem.nonFinite(
      cause: cause.message,
      notes: cause.notes + interpreter.origin(of: cause, besides: invocation.range), step: step,
      row: nil
    ).diagnostic(at: invocation.range)
  }
}
