/// Compares gradients from the tape with what small changes of a leaf do to the output.
///
/// The numeric gradient is Richardson's extrapolation of central differences over a table of
/// steps (Ridders, 1982), so that it is right to about ten digits where the function is smooth.
/// Values behind a `detach` are held fixed, because the gradient holds them fixed too.
public struct GradientCheck {
  /// One leaf's comparison.
  public struct Row: Sendable {
    /// The leaf's name.
    public var leaf: String
    /// The gradient from the tape.
    public var analytic: Double
    /// The gradient from differences.
    public var numeric: Double
    /// Their distance, relative to the larger of the two and at least to 1.
    public var relativeError: Double
    /// What follows.
    public var verdict: Verdict
  }

  /// What a comparison says.
  public enum Verdict: String, Sendable {
    /// The two agree.
    case agrees
    /// They do not.
    case differs
    /// A corner or a jump lies so near that there is no derivative to compare with.
    case kink
    /// One of the two is nan or infinite.
    case nonFinite = "non-finite"
  }

  /// The largest relative error at which the two still agree.
  public static let tolerance = 1e-6

  let tape: Tape
  let graph: Graph

  /// A check of the gradients on a tape.
  public init(of tape: Tape, in graph: Graph) {
    self.tape = tape
    self.graph = graph
  }

  /// The comparison for one leaf.
  public func row(for leaf: NodeID) -> Row {
    let analytic = tape.gradient(at: leaf)
    let (numeric, crossesKink) = numericGradient(at: leaf)
    let error = abs(analytic - numeric) / max(1, abs(analytic), abs(numeric))
    let verdict: Verdict =
      if !analytic.isFinite || !numeric.isFinite {
        .nonFinite
      } else if crossesKink {
        .kink
      } else {
        error <= GradientCheck.tolerance ? .agrees : .differs
      }
    return Row(
      leaf: graph.title(of: leaf), analytic: analytic, numeric: numeric, relativeError: error,
      verdict: verdict)
  }

  /// The numeric gradient at a leaf, and whether a kink lies within the steps that were taken.
  private func numericGradient(at leaf: NodeID) -> (Double, Bool) {
    let x = tape.value(of: leaf)
    guard leaf <= tape.output else { return (0, false) }
    var step = 1e-2 * max(abs(x), 1)
    var best = Double.nan
    var smallestError = Double.infinity
    var table: [[Double]] = []
    var crossesKink = false
    for row in 0..<10 {
      let above = replay(leaf, x + step)
      let below = replay(leaf, x - step)
      crossesKink = kink(between: below, and: above) != nil
      var entries = [(above[tape.output.offset] - below[tape.output.offset]) / (2 * step)]
      var factor = 1.96
      for column in 0..<row {
        let better = (entries[column] * factor - table[row - 1][column]) / (factor - 1)
        let error = max(abs(better - entries[column]), abs(better - table[row - 1][column]))
        factor *= 1.96
        entries.append(better)
        if error <= smallestError, !crossesKink {
          smallestError = error
          best = better
        }
      }
      if row == 0 || !best.isFinite { best = entries[0] }
      table.append(entries)
      step /= 1.4
    }
    return (best, crossesKink)
  }

  /// All values with one leaf changed.
  func replay(_ leaf: NodeID, _ value: Double) -> [Double] {
    var values = tape.values
    values[leaf.offset] = value
    return graph.evaluated(
      values, from: leaf.offset + 1, upTo: tape.output.offset + 1, holdingDetached: true)
  }

  /// The first node that has a corner, a jump or a tie between two sets of values.
  func kink(between below: [Double], and above: [Double]) -> NodeID? {
    tape.forwardNodes.first { node in
      let operands = graph.operands(of: node)
      guard let operation = graph.operation(of: node),
        operands.contains(where: { below[$0.offset] != above[$0.offset] })
      else { return false }
      var box: [ClosedRange<Double>] = []
      for operand in operands {
        let (first, second) = (below[operand.offset], above[operand.offset])
        guard !first.isNaN, !second.isNaN else { return false }
        box.append(min(first, second)...max(first, second))
      }
      return operation.hasKink(box, graph.settings(of: node))
    }
  }
}
