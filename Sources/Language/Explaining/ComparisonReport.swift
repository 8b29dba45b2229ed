import Reporting

/// Two things side by side, and where they differ.
public struct ComparisonReport: Sendable {
  /// What is compared, by name.
  public var of: [String]
  /// One sentence: where they part, and where they differ most.
  public var summary: String
  /// What is compared of each row: `value`, `gradient`.
  public var quantities: [String]
  /// What the two columns of each quantity are headed.
  public var heads: [String]
  /// The heads of single quantities that have others.
  public var ownHeads: [Int: [String]] = [:]
  /// Row by row.
  public var rows: [Row]

  /// The factors that differ, from the output down.
  public var factors: [Factor] = []

  /// What the two columns of a quantity are headed.
  func heads(of quantity: Int) -> [String] { ownHeads[quantity] ?? heads }

  /// One thing that both have, with a pair of numbers for each quantity.
  public struct Row: Sendable {
    /// What it is called.
    public var name: String
    /// For each quantity both numbers; nil where there is none.
    public var pairs: [Pair]
    /// Whether it is where the two are made in different ways.
    public var isMarked = false

    /// Whether any pair differs.
    public var differs: Bool { pairs.contains(where: \.differs) }
  }

  /// A local derivative by another rule in one than in the other.
  public struct Factor: Sendable {
    /// What it is called in both: `da/dz`.
    public var name: String
    /// The rule in the one and in the other, in the names of the one.
    public var rules: [String]
    /// The numbers.
    public var pair: Pair
  }

  /// The same quantity of both.
  public struct Pair: Sendable {
    public var left: Double?
    public var right: Double?

    /// Whether they are two numbers, and not the same.
    public var differs: Bool {
      guard let left, let right else { return false }
      return left != right && !(left.isNaN && right.isNaN)
    }

    var size: Double { max(abs(left ?? 0), abs(right ?? 0)) }

    /// How far they are apart, as a share of the larger.
    var distance: Double {
      guard let left, let right, differs else { return 0 }
      let size = max(abs(left), abs(right))
      return size.isFinite ? abs(left - right) / size : .infinity
    }
  }

  /// The first row in which a quantity differs, and its place.
  func first(_ quantity: Int) -> Row? { rows.first { $0.pairs[quantity].differs } }

  /// The row in which a quantity differs most.
  func most(_ quantity: Int) -> Row? {
    rows.filter { $0.pairs[quantity].differs }
      .max { $0.pairs[quantity].distance < $1.pairs[quantity].distance }
      .flatMap { farthest in
        // Of those that are as far apart, such as all that are 0 in one, the largest.
        rows.filter { $0.pairs[quantity].distance == farthest.pairs[quantity].distance }
          .max { $0.pairs[quantity].size < $1.pairs[quantity].size }
      }
  }

  /// `4 against 0.5`.
  static func words(_ pair: Pair) -> String {
    let style = NumberStyle(digits: 4)
    func text(_ value: Double?) -> String { value.map(style.text) ?? "nothing" }
    return "\(text(pair.left)) against \(text(pair.right))"
  }
}
