/// The last steps and what they changed in the gradient, which tell how the objective curves.
///
/// The two loops are Nocedal's (1980).
struct LBFGSMemory {
  private var pairs: [(step: [Double], change: [Double], weight: Double)] = []
  /// The curvature's inverse along the last step.
  private var scale = 1.0

  /// Takes note of a step, if the objective curves upwards along it.
  mutating func remember(step: [Double], change: [Double], atMost count: Int) {
    let product = change.dot(step)
    guard product > 1e-10 else { return }
    if pairs.count >= count { pairs.removeFirst(pairs.count - count + 1) }
    pairs.append((step, change, 1 / product))
    scale = product / change.dot(change)
  }

  /// Against the gradient, as the remembered curvature turns and scales it.
  func direction(_ gradient: [Double]) -> [Double] {
    var direction = gradient.scaled(by: -1)
    var parts: [Double] = []
    for pair in pairs.reversed() {
      let part = pair.step.dot(direction) * pair.weight
      parts.append(part)
      direction = direction.adding(-part, times: pair.change)
    }
    direction = direction.scaled(by: scale)
    for (pair, part) in zip(pairs, parts.reversed()) {
      direction = direction.adding(
        part - pair.change.dot(direction) * pair.weight, times: pair.step)
    }
    return direction
  }
}
