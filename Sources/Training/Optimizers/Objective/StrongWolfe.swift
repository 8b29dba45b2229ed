import Reporting

/// The search for a length along a direction at which the value has fallen enough and the slope has
/// become flat enough: the strong Wolfe conditions.
///
/// The algorithm is that of `torch.optim.lbfgs._strong_wolfe`, after Nocedal and Wright, Numerical
/// Optimization (2006), algorithms 3.5 and 3.6.
struct StrongWolfe {
  /// A length that was tried.
  struct Trial {
    var length: Double
    var value: Double
    var gradient: [Double]
    var slope: Double
  }

  /// What was found.
  struct Found {
    let length: Double
    let value: Double
    let gradient: [Double]
    let evaluations: Int
  }

  private static let (fall, flatness, smallest) = (1e-4, 0.9, 1e-9)

  private let objective: Objective
  private let start: [Double]
  private let direction: [Double]
  private let origin: Trial
  private let limit: Int
  private var evaluations = 0
  private var rounds = 0

  /// Searches; after the first trial, `limit` more are made at most.
  static func search(
    _ objective: Objective, from start: [Double], along direction: [Double], _ length: Double,
    _ value: Double, _ gradient: [Double], _ slope: Double, limit: Int
  ) throws(Diagnostic) -> Found {
    var search = StrongWolfe(
      objective: objective, start: start, direction: direction,
      origin: Trial(length: 0, value: value, gradient: gradient, slope: slope), limit: limit)
    let (low, high) = try search.bracket(length)
    let best = try search.zoom(low, high)
    return Found(
      length: best.length, value: best.value, gradient: best.gradient,
      evaluations: search.evaluations)
  }

  private init(
    objective: Objective, start: [Double], direction: [Double], origin: Trial, limit: Int
  ) {
    self.objective = objective
    self.start = start
    self.direction = direction
    self.origin = origin
    self.limit = limit
  }

  private mutating func trial(_ length: Double) throws(Diagnostic) -> Trial {
    let (value, gradient) = try objective.gradient(start.adding(length, times: direction))
    evaluations += 1
    return Trial(
      length: length, value: value, gradient: gradient, slope: gradient.dot(direction))
  }

  // A value that is no number is too high as well.
  private func isTooHigh(_ trial: Trial) -> Bool {
    !(trial.value <= origin.value + StrongWolfe.fall * trial.length * origin.slope)
  }

  private func isFlat(_ trial: Trial) -> Bool {
    abs(trial.slope) <= -StrongWolfe.flatness * origin.slope
  }

  /// Goes further and further until the length that is looked for lies behind: two ends of it, or a
  /// length that will do, alone.
  private mutating func bracket(_ length: Double) throws(Diagnostic) -> (Trial, Trial?) {
    var last = origin
    var now = try trial(length)
    while rounds < limit {
      if isTooHigh(now) || (rounds > 1 && now.value >= last.value) { return (last, now) }
      if isFlat(now) { return (now, nil) }
      if now.slope >= 0 { return (last, now) }
      let next = StrongWolfe.minimum(
        last, now, in: now.length + 0.01 * (now.length - last.length), now.length * 10)
      last = now
      now = try trial(next)
      rounds += 1
    }
    return (origin, now)
  }

  /// Closes in between two ends; the lower of them at the end.
  private mutating func zoom(_ first: Trial, _ second: Trial?) throws(Diagnostic) -> Trial {
    guard let second else { return first }
    let reach = direction.largest
    var (low, high) = second.value < first.value ? (second, first) : (first, second)
    var isSlow = false
    while rounds < limit,
      !(abs(high.length - low.length) * reach < StrongWolfe.smallest)
    {
      let now = try trial(inside(low, high, &isSlow))
      rounds += 1
      if isTooHigh(now) || now.value >= low.value {
        high = now
        if high.value < low.value { swap(&low, &high) }
        continue
      }
      if isFlat(now) { return now }
      if now.slope * (high.length - low.length) >= 0 { high = low }
      low = now
    }
    return low
  }

  /// A length between two ends, kept away from them if it came close twice in a row.
  private func inside(_ low: Trial, _ high: Trial, _ isSlow: inout Bool) -> Double {
    let (left, right) = (Swift.min(low.length, high.length), Swift.max(low.length, high.length))
    let length = StrongWolfe.minimum(low, high, in: left, right)
    let margin = 0.1 * (right - left)
    guard Swift.min(right - length, length - left) < margin else {
      isSlow = false
      return length
    }
    guard isSlow || length >= right || length <= left else {
      isSlow = true
      return length
    }
    isSlow = false
    return right - length < length - left ? right - margin : left + margin
  }

  /// Where the cubic through two trials and their slopes is lowest, kept between two bounds.
  private static func minimum(_ a: Trial, _ b: Trial, in low: Double, _ high: Double) -> Double {
    let (left, right) = a.length <= b.length ? (a, b) : (b, a)
    let first =
      left.slope + right.slope - 3 * (left.value - right.value) / (left.length - right.length)
    let square = first * first - left.slope * right.slope
    guard square >= 0, square.isFinite else { return (low + high) / 2 }
    let second = square.squareRoot()
    let length =
      right.length - (right.length - left.length)
      * ((right.slope + second - first) / (right.slope - left.slope + 2 * second))
    return Swift.min(Swift.max(length, low), high)
  }
}
