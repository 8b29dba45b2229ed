public import Autodiff

/// Why a gradient is what it is: one sentence, and the gradient as a sum over paths.
public struct GradientExplanation: Sendable {
  /// What is differentiated.
  public var of: String
  /// What it is differentiated with respect to.
  public var at: String
  /// The gradient.
  public var gradient: Double
  /// One sentence: what decides it.
  public var summary: String
  /// The paths with the largest products, the largest first.
  public var paths: [ExplainedPath]
  /// What all other paths add up to.
  public var rest: Double
  /// How many paths there are in all; infinite where that is more than a number can hold.
  public var count: Double
  /// What the sizes of all products add up to: more than the gradient's where paths cancel.
  public var magnitude: Double
  /// Where the loss is a mean over rows of data: what those that send most send.
  public var rows: [RowShare]

  /// What one row of data contributes to a gradient.
  public struct RowShare: Sendable {
    /// The row, from 1.
    public var row: Int
    /// Its part of the gradient.
    public var gradient: Double
  }

  /// How large a part of the gradient something is; nil if the gradient is 0 or not finite.
  public func share(of part: Double) -> Double? {
    gradient == 0 || !gradient.isFinite || !part.isFinite ? nil : part / gradient
  }
}

/// One path of an explained gradient: nodes, and the local derivative from each to the next.
///
/// A path may begin above the graph its nodes are in: with the mean over rows, of which only one row
/// is written out.
public struct ExplainedPath: Sendable {
  /// A step above the graph.
  public struct Head: Sendable {
    var title: String
    var formula: Formula
    var factor: Double
  }

  /// The steps above the graph, from the output down.
  var head: [Head] = []
  /// What the first node of the path is called, if not by its own title.
  var firstTitle: String?
  /// The path in the graph; its product has those of the head in it.
  let path: GradientPath
  /// The graph, with the values the path was computed from.
  let state: GraphState
  /// The row of data it goes through, from 1.
  var row: Int?

  /// The product of all factors, multiplied from the output down.
  public var product: Double { path.product }
  /// How many steps it has; it has one node more.
  public var count: Int { head.count + path.factors.count }

  /// What a node is called.
  public func title(_ place: Int, typeset: Bool = false) -> String {
    if place < head.count { return head[place].title }
    if place == head.count, let firstTitle { return firstTitle }
    return state.graph.sketch(of: path.nodes[place - head.count], typeset: typeset)
  }

  /// Whether a node has a name of its own.
  public func isNamed(_ place: Int) -> Bool {
    place < head.count || (place == head.count && firstTitle != nil)
      || state.graph.isNamed(path.nodes[place - head.count])
  }

  /// The local derivative of a node with respect to the next.
  public func factor(_ step: Int) -> Double {
    step < head.count ? head[step].factor : path.factors[step - head.count]
  }

  /// The rule that computes it.
  public func formula(_ step: Int) -> Formula {
    step < head.count
      ? head[step].formula : path.formula(of: step - head.count, in: state)
  }
}
