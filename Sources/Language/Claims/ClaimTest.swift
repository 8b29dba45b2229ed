import Autodiff
import Reporting

/// A claim held against the truth.
struct ClaimTest {
  /// What is claimed of each element, at each point.
  let values: [[Double]]
  /// What may be claimed of each element, at each point: a number, or at a corner an interval.
  let intervals: [[ClosedRange<Double>]]
  private let said: ClaimSaid
  private let isFormula: Bool
  /// How large each element usually is, below which differences are rounding, and at most.
  let sizes: [(usual: Double, largest: Double)]
  /// How far rounding may have moved what is claimed of an element at a point.
  private let roundoff: (_ element: Int, _ point: Int) -> Double
  /// The elements that come near the truth as a quotient of differences does.
  private(set) var quotients: Set<Int> = []

  /// How far apart a formula and the truth may be, relative to the larger.
  static let tolerance = 1e-9
  /// How far apart they may be where large terms cancel, relative to the largest there is.
  static let cancellation = 1e-6
  /// How far apart a number computed from numbers and the truth may be, relative to it.
  static let computedTolerance = 1e-6

  init(
    _ said: ClaimSaid, values: [[Double]], intervals: [[ClosedRange<Double>]], isFormula: Bool,
    roundoff: @escaping (_ element: Int, _ point: Int) -> Double,
    strain: (_ element: Int, _ point: Int) -> Double
  ) {
    self.values = values
    self.intervals = intervals
    self.said = said
    self.isFormula = isFormula
    sizes = (values.first ?? []).indices.map { element in
      let all = intervals.map { abs($0[element].upperBound) }.sorted()
      return (all[all.count / 2], all.last ?? 0)
    }
    self.roundoff = roundoff
    if isFormula { quotients = quotients(strain: strain) }
  }

  /// Whether a number is what was claimed of an element at a point.
  func matches(_ element: Int, _ point: Int, _ number: Double) -> Bool {
    if let predictions = said.predictions {
      return predictions[element].matches(said.typed(number, of: element))
    }
    let said = values[point][element]
    if said == number { return true }
    guard said.isFinite, number.isFinite else { return false }
    guard isFormula else {
      return abs(said - number) <= ClaimTest.computedTolerance * max(abs(said), abs(number))
    }
    let (distance, larger) = (abs(said - number), max(abs(said), abs(number)))
    if distance <= ClaimTest.tolerance * max(larger, sizes[element].usual) { return true }
    // Where large terms cancel, fewer digits are left; how many, the formula itself tells.
    return distance <= ClaimTest.cancellation * max(larger, sizes[element].largest)
      && distance <= 16 * roundoff(element, point)
  }

  private func isRight(_ element: Int, _ point: Int) -> Bool {
    let (said, interval) = (values[point][element], intervals[point][element])
    if interval.contains(said) { return true }
    if quotients.contains(element) { return false }
    return matches(element, point, interval.lowerBound)
      || matches(element, point, interval.upperBound)
  }

  /// Whether it is right at every point.
  var holds: Bool { claimed.focus == nil }

  /// The claim as diagnoses look at it.
  var claimed: Claimed {
    Claimed(
      elements: values.first?.count ?? 0, points: values.count, matches: matches,
      isZero: { element in values.allSatisfy { $0[element] == 0 } }, isRight: isRight)
  }

  /// In what way a claim is right but for rounding: two digits agree, and more were typed; or too
  /// few were.
  func closeness(_ element: Int, _ point: Int) -> Closeness? {
    let truth = intervals[point][element].lowerBound
    let typed = said.typed(truth, of: element)
    guard let predictions = said.predictions else {
      let isNear = abs(values[point][element] - truth) <= 1e-2 * abs(typed)
      return isNear ? quotients.contains(element) ? .quotient : .rounded : nil
    }
    let prediction = predictions[element]
    if prediction.isCoarse(for: typed) { return .coarse }
    if prediction.isNear(typed) { return .rounded }
    return prediction.isNearButForZeros(typed) ? .zeros : nil
  }

  func basis(drawn: Int) -> ClaimReport.Basis {
    guard !isFormula else { return .formula(points: drawn) }
    let isRounded = values[0].indices.contains { !intervals[0][$0].contains(values[0][$0]) }
    return .digits(isRounded: isRounded)
  }

  /// How what is claimed relates to the truth, where no mistake is known.
  func relation(to name: String) -> String {
    guard let element = claimed.focus?.element else { return "" }
    let ratios = values.indices.compactMap { point -> Double? in
      let truth = intervals[point][element].lowerBound
      return truth == 0 ? nil : values[point][element] / truth
    }
    guard let first = ratios.first, first.isFinite else { return "it is not \(name)" }
    if values.allSatisfy({ $0[element] == 0 }) { return "\(name) is not 0" }
    let isConstant = ratios.allSatisfy { abs($0 - first) <= 1e-9 * abs(first) }
    let times = NumberStyle(digits: 4).text(first)
    if ratios.count > 1, isConstant { return "it is \(times) times \(name) at every point" }
    if ratios.count == 1 { return "it is \(times) times \(name)" }
    if ratios.allSatisfy({ $0 > 0 }) { return "it has the sign of \(name), but not its size" }
    return "it differs from \(name) by another factor at every point"
  }
}
