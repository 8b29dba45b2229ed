public import Autodiff

/// What a picture of a computation graph shows, before it is decided how: boxes and arrows.
///
/// Every form of the picture (terminal, SVG, DOT, Mermaid) is drawn from this one description.
/// It never holds more than its limit of boxes, and twice as many arrows: of a larger graph it
/// keeps what is nearest to the output, and counts the rest.
public struct GraphPicture: Sendable {
  /// How many boxes a person can still take in.
  public static let boxLimit = 60

  /// What the picture is of, in words.
  public let title: String
  /// The boxes, operands before results; the output is the last.
  public internal(set) var boxes: [Box]
  /// The arrows, from operands to results, by the box they lead to.
  public let arrows: [Arrow]
  /// What had to be left out, if anything.
  public let omission: Omission?
  /// Whether it shows gradients, and what flows back.
  public internal(set) var showsGradients = true
  /// Whether one leaf may have several boxes.
  public internal(set) var repeatsLeaves = false

  /// One node of the graph.
  public struct Box: Sendable {
    /// How a node gets its value.
    public enum Kind: Sendable {
      /// It is given: an input or a parameter.
      case leaf
      /// The program contains it.
      case constant
      /// An operation computes it.
      case computed
    }

    /// What the node is called.
    public var title: String
    /// The operation with the constants it was given, such as `^ 2`; nil if the title says it.
    public var operation: String?
    /// The whole operation with the titles of its operands, such as `w*x + b`.
    public var definition: String?
    /// How it gets its value.
    public var kind: Kind
    /// Whether the gradients are of this node.
    public var isOutput: Bool
    /// Its value.
    public var value: Double
    /// The gradient of the output at this node; nil if none reaches it.
    public var gradient: Double?
    /// How many of its operands are not in the picture.
    public var hiddenOperandCount: Int
    /// Leaves that only this node uses, where they are drawn inside its box.
    public var listedLeaves: [ListedLeaf] = []
    /// The node it shows.
    public var node: NodeID? = nil
    /// The columns kept free for its value and its gradient, where other numbers will stand there.
    public var roomForNumbers = 0
    /// Whether its gradient, or that it has none, is shown.
    public var showsGradient = true
  }

  /// A leaf drawn as a line inside the box of the only node that uses it.
  public struct ListedLeaf: Sendable {
    /// The leaf.
    public var box: Box
    /// The arrow that would have led from it.
    public var arrow: Arrow
  }

  /// One node's use of another.
  public struct Arrow: Sendable {
    /// The box of the operand.
    public var from: Int
    /// The box of the result.
    public var to: Int
    /// What goes back along the arrow: one part for each place the operand has in the operation,
    /// none where no gradient flows.
    public var sent: [Sent]
  }

  /// One contribution to a gradient.
  public struct Sent: Sendable {
    /// The local derivative.
    public var local: Double
    /// The gradient of the result times the local derivative.
    public var contribution: Double

    /// A contribution from its numbers.
    public init(local: Double, contribution: Double) {
      self.local = local
      self.contribution = contribution
    }
  }

  /// What a picture had to leave out.
  public struct Omission: Sendable {
    /// How many operations the whole graph has.
    public var operations: Int
    /// How many of them have no box.
    public var hiddenOperations: Int
    /// How many operands of the boxes have none.
    public var hiddenOperands: Int
  }
}
