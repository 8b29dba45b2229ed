import Autodiff
import Reporting

/// A function to make small, as a graph whose leaves are the parameters.
struct OptimizerProblem {
  private(set) var graph = Graph()
  let start: [Double]
  private let leaves: [NodeID]
  /// The loss at each step, over and over.
  private let losses: [NodeID]

  private init(start: [Double], losses: [@Sendable ([GraphNumber]) -> GraphNumber]) {
    var graph = Graph()
    let leaves = start.map { graph.addLeaf($0, at: .none) }
    self.start = start
    self.leaves = leaves
    self.losses = losses.flatMap { loss in graph.add(leaves, at: .none) { [loss($0)] } }
    self.graph = graph
  }

  /// The loss before a step, counted from 0, and its gradient, by a backward pass.
  mutating func gradient(at parameters: [Double], step: Int) -> (loss: Double, gradient: [Double]) {
    for (leaf, value) in zip(leaves, parameters) { graph.set(leaf, to: value) }
    graph.reevaluate(from: leaves[0])
    let output = losses[step % losses.count]
    let tape = Tape(of: output, in: graph)
    return (graph.value(of: output), leaves.map(tape.gradient))
  }

  /// A function of three variables.
  static var bowl: OptimizerProblem {
    OptimizerProblem(
      start: [1.5, -0.8, 0.4],
      losses: [
        { w in
          let (x, y, z) = (w[0], w[1], w[2])
          let squares = 3 * x.squared + 2 * y.squared + z.squared
          let fourths = x.squared.squared + 0.5 * y.squared.squared + 2 * z.squared.squared
          return 0.5 * squares + x * y - 0.5 * y * z + 0.25 * fourths - x + 0.3 * z
        }
      ])
  }

  /// A net of 2, 3 and 1 neurons, and three batches of two rows.
  static var net: OptimizerProblem {
    let x = [[0.5, -1.0], [1.5, 0.25], [-0.75, 0.8], [0.1, -0.4], [-1.2, -0.6], [0.9, 1.1]]
    let y = [0.3, -0.7, 0.9, 0.1, -0.2, 0.6]
    @Sendable func loss(_ w: [GraphNumber], _ row: Int) -> GraphNumber {
      let hidden = (0..<3).map { unit in
        GraphNumber.tanh(w[2 * unit] * x[row][0] + w[2 * unit + 1] * x[row][1] + w[6 + unit])
      }
      let output = GraphNumber.dot(Array(w[9..<12]), hidden) + w[12]
      return (output - y[row]).squared
    }
    return OptimizerProblem(
      start: [0.3, -0.5, 0.8, 0.1, -0.6, 0.4, 0.05, -0.1, 0.2, 0.7, -0.3, 0.5, 0.02],
      losses: [0, 2, 4].map { first in { w in (loss(w, first) + loss(w, first + 1)) / 2 } })
  }
}
