/// The best paths, by a dynamic program over the nodes.
///
/// A path to a node is a path to one of the nodes above it and a step. A step multiplies all
/// products by the same number, so it keeps their order, and the k best at a node are among the k
/// best at the nodes above: each node keeps k of them, however many paths there are.
extension Routes {
  /// The k paths whose products are largest in magnitude, of those that begin with some factor.
  ///
  /// Equal ones stay in the order the backward pass meets them. The work grows with k times the
  /// number of steps; the memory with the number of nodes, and with k only where paths meet.
  public func best(_ k: Int, slopes: [Double?], first: Double = 1) -> BestPaths {
    guard !nodes.isEmpty, k > 0 else {
      return BestPaths(paths: [], count: 0, sum: 0, magnitude: 0)
    }
    var program = PathProgram(self, slopes, most: k)
    program.begin(first)
    var count = [Double](repeating: 0, count: nodes.count)
    var sum = count
    var magnitude = count
    count[0] = 1
    sum[0] = first
    magnitude[0] = abs(first)
    for (index, step) in steps.enumerated() {
      guard let slope = slopes[index] else { continue }
      let isFirst = count[step.to] == 0
      count[step.to] += count[step.from]
      let product = sum[step.from] * slope
      sum[step.to] = isFirst ? product : sum[step.to] + product
      magnitude[step.to] += magnitude[step.from] * abs(slope)
      program.take(index, step, slope)
    }
    let target = nodes.count - 1
    return BestPaths(
      paths: (0..<program.filled(target)).map { program.path($0, of: self, slopes) },
      count: count[target], sum: sum[target], magnitude: magnitude[target])
  }
}

/// The best products at each node so far, and where each came from.
private struct PathProgram {
  /// The product of a path to a node, the step it ends with, and which of the paths to the node
  /// above it goes on from.
  private struct Entry {
    var product: Double
    var step: Int32
    var rank: Int32

    /// What it is ranked by; a nan outranks everything, since it is what the sum becomes.
    var size: Double { product.isNaN ? .infinity : abs(product) }
  }

  private var entries: [Entry]
  /// Where the entries of each node begin; one more, for the end.
  private var starts: [Int]
  private var counts: [Int32]

  /// Room for the best paths to each node: as many as there are, at most so many.
  init(_ routes: Routes, _ slopes: [Double?], most: Int) {
    var room = [Int](repeating: 0, count: routes.nodes.count)
    room[0] = 1
    for (index, step) in routes.steps.enumerated() where slopes[index] != nil {
      room[step.to] = min(most, room[step.to] + room[step.from])
    }
    starts = [0]
    starts.reserveCapacity(room.count + 1)
    for count in room { starts.append((starts.last ?? 0) + count) }
    entries = Array(repeating: Entry(product: 0, step: -1, rank: 0), count: starts.last ?? 0)
    counts = Array(repeating: 0, count: room.count)
  }

  mutating func begin(_ product: Double) {
    entries[0].product = product
    counts[0] = 1
  }

  func filled(_ node: Int) -> Int { Int(counts[node]) }

  /// Lets the best paths to a node go on along a step.
  mutating func take(_ index: Int, _ step: Routes.Step, _ slope: Double) {
    for rank in 0..<Int(counts[step.from]) {
      let product = entries[starts[step.from] + rank].product * slope
      let isKept = insert(
        Entry(product: product, step: Int32(index), rank: Int32(rank)), at: step.to)
      // Those that follow are no larger.
      if !isKept { return }
    }
  }

  private mutating func insert(_ entry: Entry, at node: Int) -> Bool {
    let (start, end) = (starts[node], starts[node + 1])
    var place = start + Int(counts[node])
    if place == end {
      guard entry.size > entries[end - 1].size else { return false }
      place -= 1
    } else {
      counts[node] += 1
    }
    while place > start, entry.size > entries[place - 1].size {
      entries[place] = entries[place - 1]
      place -= 1
    }
    entries[place] = entry
    return true
  }

  /// The path of a rank, followed back from the target to the output.
  func path(_ rank: Int, of routes: Routes, _ slopes: [Double?]) -> GradientPath {
    var node = routes.nodes.count - 1
    var entry = entries[starts[node] + rank]
    let product = entry.product
    var nodes = [routes.nodes[node]]
    var places: [Int] = []
    var factors: [Double] = []
    while entry.step >= 0 {
      let step = routes.steps[Int(entry.step)]
      factors.append(slopes[Int(entry.step)] ?? 0)
      places.append(step.place)
      node = step.from
      nodes.append(routes.nodes[node])
      entry = entries[starts[node] + Int(entry.rank)]
    }
    return GradientPath(
      nodes: nodes.reversed(), places: places.reversed(), factors: factors.reversed(),
      product: product)
  }
}
