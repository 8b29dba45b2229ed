public import Autodiff

extension RecordedWalk {
  /// A step as a picture shows it: a node, and what it is made from.
  public struct Step: Sendable {
    /// The node.
    public var node: NodeID
    /// What it is computed from, down to other steps.
    public var definition: Formula
    /// The operands, as written, without numbers that have no name.
    public var uses: [Use]
    /// Whether something flows back through it.
    public var isReached: Bool
    /// How many operands more it has.
    public var hiddenOperands: Int

    /// A step's use of an operand.
    public struct Use: Sendable {
      /// The operand.
      public var operand: NodeID
      /// What flows back to it, in the order it arrives: the local derivative of the whole step,
      /// and the contribution.
      public var sent: [(local: Double, contribution: Double)]
    }
  }
}
