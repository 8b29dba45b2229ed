/// How large a backward pass is at each layer it goes through.
///
/// A layer is what the program gives one name: the elements of a vector, or the node of one round of
/// a loop. Its size is the Euclidean norm of what has arrived at its elements.
public struct GradientFlow: Sendable {
  /// One layer.
  public struct Layer: Sendable {
    /// The name, with its round unless rounds are one layer.
    public let name: String
    /// The sum of the squares of what has arrived at its nodes.
    public fileprivate(set) var squares: Double
    /// The last of its nodes, by place.
    fileprivate let place: Int

    /// The Euclidean norm of what has arrived.
    public var norm: Double { squares.squareRoot() }
  }

  /// The layers, in the order the backward pass comes to them.
  public private(set) var layers: [Layer] = []

  /// Nothing yet.
  public init() {}

  /// Adds a pass; what arrives in it is multiplied by a scale first.
  ///
  /// Where rounds are merged, nodes of one name are one layer: the rows of a batch.
  public mutating func add(
    _ tape: Tape, in graph: Graph, scaledBy scale: Double = 1, mergesRounds: Bool
  ) {
    var places: [String: Int] = [:]
    for (place, layer) in layers.enumerated() { places[layer.name] = place }
    for node in tape.backwardNodes {
      guard let label = graph.labels.label(of: node) else { continue }
      let round = label.round > 0 && !mergesRounds ? "·\(label.round)" : ""
      let name = label.name + round
      let arrived = tape.gradient(at: node) * scale
      if let place = places[name] {
        layers[place].squares += arrived * arrived
      } else {
        places[name] = layers.count
        layers.append(Layer(name: name, squares: arrived * arrived, place: node.offset))
      }
    }
    layers.sort { $0.place > $1.place }
  }
}
