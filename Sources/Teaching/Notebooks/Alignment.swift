/// A recorded output, in which a line `...` stands for any lines, laid beside another that it does
/// not match, so that as little as possible differs.
struct Alignment {
  /// What becomes of the output, line by line.
  enum Step {
    /// The other output's line of that index.
    case take(Int)
    /// A line `...`.
    case anything
  }

  /// From the first line to the last.
  private(set) var steps: [Step] = []

  /// What a line costs that came, one that went, and the least for one that became another: a changed
  /// line is dearer the less is left of it, but cheaper than to let a `...` hide what takes its place.
  private enum Cost {
    static let come = 100
    static let gone = 300
    static let changed = 100
    static let dissimilar = 99
  }

  private enum Move: UInt8 { case pair, come, gone, hidden, anything }

  /// Beyond so many pairs of lines none is looked for.
  private static let mostPairs = 1 << 22

  /// The cheapest way from one to the other; nil if both together are too long to look for it.
  init?(_ recorded: [String], _ actual: [String]) {
    let width = actual.count + 1
    guard recorded.count < Self.mostPairs / width else { return nil }
    var moves = [Move](repeating: .come, count: (recorded.count + 1) * width)
    var costs = (0..<width).map { $0 * Cost.come }
    for (index, line) in recorded.enumerated() {
      var row = costs
      let isAnything = line == OutputPattern.anything
      moves[(index + 1) * width] = isAnything ? .anything : .gone
      if !isAnything { row[0] += Cost.gone }
      for column in stride(from: 1, to: width, by: 1) {
        let (cost, move) =
          isAnything
          ? Self.best([(costs[column], .anything), (row[column - 1], .hidden)])
          : Self.best([
            (costs[column - 1] + Self.cost(of: line, becoming: actual[column - 1]), .pair),
            (row[column - 1] + Cost.come, .come), (costs[column] + Cost.gone, .gone),
          ])
        row[column] = cost
        moves[(index + 1) * width + column] = move
      }
      costs = row
    }
    var (row, column) = (recorded.count, actual.count)
    while row > 0 || column > 0 {
      switch moves[row * width + column] {
      case .pair:
        (row, column) = (row - 1, column - 1)
        steps.append(.take(column))
      case .come:
        column -= 1
        steps.append(.take(column))
      case .gone: row -= 1
      case .hidden: column -= 1
      case .anything:
        row -= 1
        steps.append(.anything)
      }
    }
    steps.reverse()
  }

  private static func best(_ moves: [(cost: Int, move: Move)]) -> (Int, Move) {
    var best = moves[0]
    for move in moves.dropFirst() where move.cost < best.cost { best = move }
    return best
  }

  private static func cost(of old: String, becoming new: String) -> Int {
    if old == new { return 0 }
    let (old, new) = (Array(old.utf8), Array(new.utf8))
    let start = zip(old, new).prefix { $0 == $1 }.count
    let shorter = min(old.count, new.count)
    let end = zip(old.reversed(), new.reversed()).prefix(shorter - start).prefix { $0 == $1 }.count
    let left = start + end
    return Cost.changed + Cost.dissimilar - Cost.dissimilar * left / max(old.count, new.count, 1)
  }
}
