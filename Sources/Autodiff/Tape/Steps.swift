/// One step of the forward pass: a node gets its value.
public struct ForwardStep: Sendable {
  /// The step's place in the pass, from 1.
  public let index: Int
  /// The node that gets a value.
  public let node: NodeID
  /// What computes it.
  public let operation: Operator
  /// What it is computed from.
  public let operands: [NodeID]
  /// The operation applied to its operands, with their names and numbers.
  public let formula: Formula
  /// The value.
  public let value: Double
  /// Whether the operation has no derivative here: a corner, a jump, or a tie.
  public let isKink: Bool
}

/// One step of the backward pass: what has arrived at a node is passed on to its operands.
public struct BackwardStep: Sendable {
  /// The step's place in the pass, from 1.
  public let index: Int
  /// The node that passes its gradient on.
  public let node: NodeID
  /// What computed it.
  public let operation: Operator
  /// What it was computed from.
  public let operands: [NodeID]
  /// The operation applied to its operands, with their names and numbers.
  public let formula: Formula
  /// The node's value.
  public let value: Double
  /// What has arrived at the node from everything that uses it.
  public let upstream: Double
  /// What is sent to each operand through which gradients flow, in the order it is added.
  public let contributions: [Contribution]
  /// Whether the operation has no derivative here, so that one was chosen.
  public let isKink: Bool

  /// What one operand gets from one step.
  public struct Contribution: Sendable {
    /// The operand.
    public let operand: NodeID
    /// The local derivative, as the rule that computed it.
    public let formula: Formula
    /// The local derivative.
    public let local: Double
    /// Upstream times local.
    public let contribution: Double
    /// The operand's gradient before this contribution; nil if this is the first.
    public let before: Double?
    /// The operand's gradient after it.
    public let after: Double
  }
}
