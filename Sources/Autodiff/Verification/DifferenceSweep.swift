/// What the central difference (L(w+h) − L(w−h)) / 2h makes of one gradient, at many sizes of h.
///
/// A large h errs because the function bends: by about |L‴|·h²/6. A small h errs because the two
/// values are rounded: by about ε·|L|/h. In between lies the h that is best, near ε^⅓.
public struct DifferenceSweep: Sendable {
  /// One size of h.
  public struct Row: Sendable {
    /// By how much the leaf was moved up and down.
    public let h: Double
    /// The central difference.
    public let numeric: Double
    /// Its distance from the gradient on the tape.
    public let error: Double
    /// The same, relative to the larger of the two and at least to 1.
    public let relativeError: Double
    /// What the error comes from.
    public internal(set) var rule: Rule
    /// The first node that has a corner, jump or tie within ±h; nil if there is none.
    public let kink: NodeID?
  }

  /// What an error comes from.
  public enum Rule: String, Sendable {
    /// The function bends between the two points; falls as h².
    case truncation
    /// The two values are rounded, and their difference is divided by h; rises as ε/h.
    case roundOff = "round-off"
    /// Nothing: the difference is the gradient.
    case exact
    /// A corner or a jump lies between the two points.
    case kink
    /// The difference is nan or infinite.
    case nonFinite = "non-finite"
  }

  /// The leaf that was moved.
  public let leaf: NodeID
  /// The gradient on the tape.
  public let analytic: Double
  /// A row for each h, the largest first.
  public let rows: [Row]
  /// The place of the row with the smallest error; nil if a kink or nan spoils all of them.
  public let best: Int?

  /// The sizes of h.
  public static let sizes = [
    1e-1, 1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8, 1e-9, 1e-10, 1e-11, 1e-12,
  ]
  /// How many times the expected rounding of two values still counts as rounding.
  private static let roundings = 8.0

  init(leaf: NodeID, analytic: Double, _ found: [(row: Row, size: Double)]) {
    self.leaf = leaf
    self.analytic = analytic
    var rows = found.map(\.row)
    let sound = found.indices.filter { found[$0].row.kink == nil && found[$0].row.error.isFinite }
    let best = sound.min { found[$0].row.error < found[$1].row.error }
    for place in sound {
      let row = rows[place]
      let rounding = Double.ulpOfOne / 2 * found[place].size / row.h
      rows[place].rule =
        if row.error == 0 {
          .exact
        } else if row.error <= Self.roundings * rounding || place > best ?? place {
          .roundOff
        } else {
          .truncation
        }
    }
    self.rows = rows
    self.best = best
  }
}

extension GradientCheck {
  /// What central differences make of the gradient at a leaf.
  public func sweep(_ leaf: NodeID) -> DifferenceSweep {
    let (x, analytic) = (tape.value(of: leaf), tape.gradient(at: leaf))
    let output = tape.output.offset
    let found = DifferenceSweep.sizes.map { h -> (DifferenceSweep.Row, Double) in
      guard leaf <= tape.output else {
        let row = DifferenceSweep.Row(
          h: h, numeric: 0, error: 0, relativeError: 0, rule: .exact, kink: nil)
        return (row, 0)
      }
      let (above, below) = (replay(leaf, x + h), replay(leaf, x - h))
      let numeric = (above[output] - below[output]) / (2 * h)
      let error = abs(numeric - analytic)
      let kink = kink(between: below, and: above)
      let row = DifferenceSweep.Row(
        h: h, numeric: numeric, error: error,
        relativeError: error / max(1, abs(analytic), abs(numeric)),
        rule: kink != nil && error.isFinite ? .kink : .nonFinite, kink: kink)
      return (row, max(abs(above[output]), abs(below[output])))
    }
    return DifferenceSweep(leaf: leaf, analytic: analytic, found)
  }
}
