import Autodiff
import Reporting
import Training

extension Builtins {
  /// The ways to clip as functions of a vector or matrix, or of several.
  static let clips: [Builtin] = Clips.all.map { clip in
    // A bound without a default must be given, right behind the numbers.
    let needed = clip.settings.prefix(1)
    return Builtin(
      clip.function, clip.summary, operands: ["x"],
      settings: Array(needed + clip.settings.dropFirst())
    ) { interpreter, operands, settings, range throws(Diagnostic) in
      let tensor = try interpreter.tensor(operands[0].value, "what is clipped", at: range)
      guard settings.values.contains(where: { !$0.isNaN }),
        clip.settings.count > 1 || !settings[0].isNaN
      else {
        throw ProgramProblem.missingSetting(clip.settings[0].name, of: clip.function)
          .diagnostic(at: range)
      }
      try interpreter.foresee(nodes: 4 * tensor.elements.count, at: range)
      try interpreter.spend(tensor.elements.count, at: range)
      let inputs = tensor.elements.map(interpreter.node)
      let nodes = interpreter.graph.add(inputs, keeping: Set(inputs), at: range) {
        clip.nodes([$0], settings).flatMap { $0 }
      }
      return interpreter.simplified(Tensor(shape: tensor.shape, elements: nodes.map { .node($0) }))
    }
  }
}
