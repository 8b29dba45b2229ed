import Autodiff
import Reporting

/// A derivative that something was claimed of, and the points at which the claim is known.
///
/// The elements of a derivative are counted row by row: all targets for the first output, then all
/// for the second.
final class GradientSubject {
  let graph: Graph
  let outputs: [NodeID]
  let targets: [NodeID]
  /// How the targets are arranged.
  let targetShape: Shape
  /// How the elements of the derivative are arranged.
  let shape: Shape
  /// What the program calls the two.
  let outputName: String
  let targetName: String
  /// Those of the two that the learner wrote in brackets, as in `d(loss)`.
  let bracketed: Set<String>
  /// The values of all nodes at each point.
  let points: [[Double]]
  /// Learning rates that weights may have been updated with.
  let rates: [Double]
  /// Nodes the claim speaks of.
  let mentioned: [NodeID]
  /// The leaves that are learned.
  let parameters: Set<NodeID>
  /// A chain rule for each output.
  let rows: [GradientRow]
  /// What sentences speak of.
  var focus = Focus()

  init(
    of outputs: [NodeID], _ outputName: String, at targets: [NodeID], _ targetName: String,
    bracketed: Set<String> = [], targetShape: Shape, shape: Shape, in graph: Graph,
    points: [[Double]],
    rates: [Double] = [],
    parameters: Set<NodeID> = [], mentioned: [NodeID] = []
  ) {
    self.graph = graph
    self.outputs = outputs
    self.targets = targets
    self.outputName = outputName
    self.targetName = targetName
    self.bracketed = bracketed
    self.targetShape = targetShape
    self.shape = shape
    self.points = points
    self.rates = rates
    self.parameters = parameters
    self.mentioned = mentioned
    rows = outputs.enumerated().map { place, output in
      GradientRow(
        rule: ChainRule(from: output, to: targets, in: graph), in: graph, points: points,
        elements: place * targets.count..<(place + 1) * targets.count)
    }
  }

  /// The derivative of the output that is spoken of.
  var focusedRow: GradientRow { rows[focus.element / max(targets.count, 1)] }

  /// How many elements the derivative has.
  var elementCount: Int { outputs.count * targets.count }

  /// The derivative at a point.
  func truth(_ point: Int) -> [Double] { rows.flatMap { $0.gradient(point) } }

  /// Whether the chain rule is so long that not every edge is looked at by itself.
  var isLarge: Bool { rows.contains { $0.rule.edges.count > ChainRule.mostSingle } }
}
