public import Autodiff

/// The numbers that are learned, one tensor after another.
public struct Parameters: Sendable {
  /// One vector or matrix of them.
  public struct Tensor: Sendable {
    /// What the program calls it.
    public internal(set) var name: String
    public let shape: Shape
    /// Whether penalties and weight clipping count it: weights, not biases.
    public let isWeight: Bool
    /// Where its numbers stand among all of them.
    public let places: Range<Int>
  }

  public private(set) var tensors: [Tensor] = []
  /// The numbers of all tensors.
  public var values: [Double] = []

  /// No parameters.
  public init() {}

  /// Adds a tensor with its numbers.
  public mutating func add(_ name: String, _ shape: Shape, _ numbers: [Double], isWeight: Bool) {
    tensors.append(
      Tensor(
        name: name, shape: shape, isWeight: isWeight,
        places: values.count..<values.count + numbers.count))
    values += numbers
  }

  /// Gives the tensors other names.
  public mutating func rename(_ renamed: (String) -> String) {
    for place in tensors.indices { tensors[place].name = renamed(tensors[place].name) }
  }

  /// The numbers of some values tensor by tensor.
  public func split(_ values: [Double]) -> [[Double]] {
    tensors.map { Array(values[$0.places]) }
  }

  /// The name of one number, as in `mlp.w1[2,3]`.
  public func name(of place: Int) -> String {
    guard let tensor = tensors.first(where: { $0.places.contains(place) }) else { return "" }
    return tensor.name + tensor.shape.subscriptText(of: place - tensor.places.lowerBound)
  }
}
