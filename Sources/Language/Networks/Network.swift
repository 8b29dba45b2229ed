import Autodiff
import Reporting

/// A network: layers, and the leaves that belong to them.
///
/// The leaves are nodes of the session's graph like any other; their names are bound as
/// `mlp.w1`, so that they are set, shown and differentiated like any other too.
final class Network: Sendable {
  /// What may be named behind its layers.
  static let options = [
    LayerKind.Option(
      name: "init", meaning: "how the weights begin: xavier, he, normal(std=0.1), …"),
    LayerKind.Option(name: "seed", meaning: "a seed of its own, instead of the session's"),
  ]

  let name: String
  /// How many inputs it has.
  let inputs: Int
  /// Its layers, from the input to the output.
  let layers: [any Layer]
  /// The leaves of all layers, in order.
  let tensors: [NetworkTensor]

  init(name: String, inputs: Int, layers: [any Layer], tensors: [NetworkTensor]) {
    self.name = name
    self.inputs = inputs
    self.layers = layers
    self.tensors = tensors
  }

  /// All layers, those inside others included.
  var allLayers: [any Layer] {
    layers.flatMap { layer in [layer] + ((layer as? ResidualLayer)?.inner ?? []) }
  }

  /// How many outputs it has.
  var outputs: Int { layers.last?.width ?? inputs }

  /// Whether rows of a batch depend on one another while it is trained.
  var couplesRows: Bool { layers.contains { $0.couplesRows } }

  /// How many numbers are learned.
  var parameterCount: Int {
    tensors.filter { $0.role == .param }.reduce(0) { $0 + $1.nodes.count }
  }

  /// The leaves of that name, such as `w1`.
  func tensor(_ name: String) -> NetworkTensor? { tensors.first { $0.name == name } }

  /// What a call is written like.
  var signature: String {
    let arrows = ([String(inputs)] + layers.map(\.words)).joined(separator: " -> ")
    return "\(name) = \(arrows)"
  }
}

/// A vector or matrix of leaves of a network.
struct NetworkTensor: Sendable {
  /// Its name in the network: `w1`, `b1`, `gamma1`, `running_mean1`.
  var name: String
  var shape: Shape
  /// Learned, or, like running statistics, given.
  var role: LeafRole
  /// Whether L1 and L2 penalties and weight clipping count it.
  var isWeight: Bool
  var nodes: [NodeID]
}

/// One layer of a network: from rows of nodes to rows of nodes.
protocol Layer: Sendable {
  /// How many outputs it has.
  var width: Int { get }
  /// Whether the rows of a batch depend on one another while it is trained.
  var couplesRows: Bool { get }
  /// How it was written.
  var words: String { get }
  /// What it makes of some rows.
  func apply(_ rows: [[NodeID]], _ pass: NetworkPass) throws(Diagnostic) -> [[NodeID]]
}

extension Layer {
  var couplesRows: Bool { false }
}

/// One use of a network: how its layers are to work, and what they leave behind.
final class NetworkPass {
  let interpreter: Interpreter
  let network: Network
  /// Whether it is trained: units dropped, statistics of the batch and not the running ones.
  let isTraining: Bool
  let range: SourceRange
  /// The inner nodes of the last row by name, such as `z1`.
  private(set) var inner: [(name: String, nodes: [NodeID])] = []
  /// The masks of dropout, which are drawn anew for every row and step.
  var masks: [DropoutMask] = []
  /// The statistics of the batch, of which running ones are kept.
  var statistics: [BatchStatistics] = []
  /// Which definition of its name each inner node of this pass is.
  private let round: Int

  init(
    _ interpreter: Interpreter, _ network: Network, isTraining: Bool, at range: SourceRange
  ) {
    self.interpreter = interpreter
    self.network = network
    self.isTraining = isTraining
    self.range = range
    round = interpreter.rounds.last ?? 0
  }

  /// The nodes of a leaf of the network.
  func leaf(_ name: String) -> [NodeID] { network.tensor(name)?.nodes ?? [] }

  /// Gives the inner nodes of a row their name.
  func name(_ nodes: [NodeID], _ name: String) {
    let full = "\(network.name).\(name)"
    let shape = Shape.vector(nodes.count)
    let round = interpreter.graph.nextRound(of: full, inRound: round)
    for (place, node) in nodes.enumerated() {
      interpreter.graph.name(node, full, shape: shape, element: place, round: round)
    }
    inner.removeAll { $0.name == name }
    inner.append((name, nodes))
  }

  /// Rows through all layers.
  func run(_ rows: [[NodeID]]) throws(Diagnostic) -> [[NodeID]] {
    try run(rows, network.layers)
  }

  func run(_ rows: [[NodeID]], _ layers: [any Layer]) throws(Diagnostic) -> [[NodeID]] {
    var rows = rows
    for layer in layers { rows = try layer.apply(rows, self) }
    return rows
  }
}

/// The mask of one dropout layer for one row: leaves that are 1 or, with probability p, 0.
struct DropoutMask {
  /// Which dropout layer of the network it is, from 1.
  var layer: Int
  /// Which row of the batch it is for, from 0.
  var row: Int
  var probability: Double
  var nodes: [NodeID]
}

/// What a layer of batch normalization was given, of which it keeps running statistics.
struct BatchStatistics {
  /// Which layer of its kind it is, from 1.
  var layer: Int
  var rows: [[NodeID]]
}
