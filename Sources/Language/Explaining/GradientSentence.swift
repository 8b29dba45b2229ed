import Autodiff
import Reporting

/// What decides a gradient, in one sentence.
///
/// What is said is found by computation: a way that is missing, a number that is not finite, a factor
/// that is 0, paths that cancel, a path that outweighs the others, and on it the factors whose
/// logarithm is largest.
struct GradientSentence {
  /// How what is differentiated stands to what it is differentiated with respect to.
  enum Standing { case dependent, same, independent, stopped }

  let of: String
  let at: String
  let gradient: Double
  var standing = Standing.dependent
  /// The paths that are shown, the largest first.
  var paths: [ExplainedPath] = []
  /// How many there are in all, and the sum of the magnitudes of their products.
  var count = 0.0
  var magnitude = 0.0
  /// What each row of data sends, if the loss is a mean over rows; and what penalties send.
  var sent: [(row: Int, gradient: Double)] = []
  var penalty: Double?
  /// Where numbers are normalized by their own mean and spread, the gradient with these held as they
  /// are.
  var held: Double?

  /// Below this a gradient is called small, above its inverse large.
  private static let small = 0.01
  /// The share of a path that outweighs all others.
  private static let dominant = 0.9
  /// How little of the magnitude is left where paths are said to cancel.
  private static let cancelled = 0.1

  init(of output: String, at target: String, gradient: Double) {
    of = output
    at = target
    self.gradient = gradient
  }

  func explanation() -> GradientExplanation {
    let shown = paths.reduce(0) { $0 + $1.product }
    var rest = gradient - shown
    if count <= Double(paths.count), !rest.isFinite || abs(rest) <= 1e-13 * abs(gradient) {
      rest = 0
    }
    let rows = sent.sorted { abs($0.gradient) > abs($1.gradient) }.prefix(max(paths.count, 1))
    return GradientExplanation(
      of: of, at: at, gradient: gradient, summary: text, paths: paths, rest: rest, count: count,
      magnitude: magnitude,
      rows: rows.map { GradientExplanation.RowShare(row: $0.row + 1, gradient: $0.gradient) })
  }

  // MARK: The sentence

  private var name: String { DerivativeName.text(of: of, by: at) }

  var text: String {
    switch standing {
    case .same: return "\(name) is 1: it is \(of) itself"
    case .independent: return "\(name) is 0: \(of) does not depend on \(at)"
    case .stopped:
      return "\(name) is 0: \(of) depends on \(at) only through what passes no gradient on"
    case .dependent: break
    }
    guard let best = paths.first else {
      return "\(name) is 0: at these values nothing is sent from \(of) to \(at)"
    }
    if !gradient.isFinite { return notFinite(best) }
    if magnitude == 0 { return zero(best) }
    if sent.count > 1 { return overRows(best) }
    if let held, held.isFinite, held != gradient { return normalized(held) }
    if count > 1, abs(gradient) < Self.cancelled * magnitude { return cancelling }
    if let exact { return exact }
    if count > 1, abs(best.product) < Self.dominant * magnitude { return spread(best) }
    let isAlone = abs(best.product) >= magnitude * (1 - 1e-12)
    let carried =
      !isAlone ? "one path of \(number(count, words: true)) carries \(percent(best)) of it" : nil
    return sized(best, steps: Array(0..<best.path.factors.count), aside: carried)
  }

  /// A gradient that is nan or infinite: the first factor that is.
  private func notFinite(_ best: ExplainedPath) -> String {
    let factors = best.path.factors
    guard let step = factors.firstIndex(where: { !$0.isFinite }) else {
      let size = gradient.isNaN ? "no number" : "beyond the largest number"
      return "\(name) is \(number(gradient)): the product of \(counted(factors.count, "factor"))"
        + " is \(size)"
    }
    var sentence = "\(name) is \(number(gradient)) because \(clause(best, [step]))"
    if gradient.isNaN, factors.contains(0) {
      sentence += ", and another factor is 0: 0*inf is nan"
    }
    return sentence
  }

  /// A gradient to which nothing contributes: the factor that is 0.
  private func zero(_ best: ExplainedPath) -> String {
    let everywhere = sent.count > 1 ? " on every row" : ""
    let zeros = best.path.factors.indices.filter { best.path.factors[$0] == 0 }
    let common = Set(commonSteps)
    guard let step = zeros.first(where: common.contains) ?? zeros.first else {
      return "\(name) is 0: the product of \(counted(best.path.factors.count, "factor")) is smaller"
        + " than any number"
    }
    let reason = clause(best, [step])
    if sent.count > 1 {
      return "\(name) is 0\(everywhere); on row \(best.row ?? 1) because \(reason)"
    }
    return count > 1 && !common.contains(step)
      ? "\(name) is 0: a factor of 0 is on each of \(number(count, words: true)) paths; on the first \(reason)"
      : "\(name) is 0 because \(reason)"
  }

  /// A gradient through a normalization: what goes straight through, and what the mean and the
  /// spread send back.
  private func normalized(_ held: Double) -> String {
    let back = gradient - held
    let start =
      "\(name) is \(number(gradient)): \(number(held)) comes straight through the"
      + " normalization, \(number(back)) through its mean and spread"
    guard abs(gradient) < Self.cancelled * max(abs(held), abs(back)) else { return start }
    return start + ", which nearly takes it back"
  }

  private var cancelling: String {
    let (up, down) = ((magnitude + gradient) / 2, (magnitude - gradient) / 2)
    let how = gradient == 0 ? "cancel" : "nearly cancel"
    return "\(name) is \(number(gradient)): \(number(count, words: true)) paths of opposite sign"
      + " \(how): \(number(up)) and \(number(-down)) leave \(number(gradient))"
  }

  /// Paths that all matter: what they have in common if that decides it, else that they add up.
  private func spread(_ best: ExplainedPath) -> String {
    let common = commonSteps
    let paths = "\(number(count, words: true)) paths"
    let (up, down) = ((magnitude + gradient) / 2, (magnitude - gradient) / 2)
    let isOneSided = min(up, down) <= 1e-9 * magnitude
    let share =
      isOneSided
      ? "\(paths) add up, the largest carries \(percent(best))"
      : "\(paths) of opposite sign, \(number(up)) and \(number(-down)) in all"
    if abs(gradient) < Self.small || abs(gradient) > 1 / Self.small, !common.isEmpty {
      return sized(best, steps: common, aside: share)
    }
    return "\(name) is \(number(gradient)): \(share)" + (isOneSided ? " of it" : "")
  }

  /// One path, or one that outweighs all others: the factors on it that decide its size.
  private func sized(_ best: ExplainedPath, steps: [Int], aside: String?) -> String {
    let groups = best.path.groups(of: steps, in: best.state)
    let size = abs(gradient)
    let aside = aside.map { "; \($0)" } ?? ""
    let decisive: FactorGroup?
    let start: String
    if size < Self.small {
      decisive = groups.first { $0.logarithm < 0 }
      start = "\(name) is small (\(number(gradient)))"
    } else if size > 1 / Self.small {
      decisive = groups.first { $0.logarithm > 0 }
      start = "\(name) is large (\(number(gradient)))"
    } else {
      decisive = groups.first
      start = "\(name) is \(number(gradient))"
    }
    if let pair = undoing(groups, best) { return "\(start) because \(pair)\(aside)" }
    guard let decisive else {
      return groups.isEmpty && aside.isEmpty
        ? "\(start): every factor on the way is 1\(gradient < 0 ? " or -1" : "")" : start + aside
    }
    if groups.count == 1, decisive.steps.count == 1, case .quantity(let factor) = decisive.kind,
      decidingSteps(best).count <= 1, aside.isEmpty, size >= Self.small, size <= 1 / Self.small
    {
      return "\(name) is exactly \(gradient == decisive.product ? "" : "-")\(factor)"
        + " = \(number(gradient))"
    }
    let because = size < Self.small || size > 1 / Self.small ? "" : ", most of all"
    return "\(start)\(because) because \(clause(best, decisive.steps, decisive))\(aside)"
  }

  /// The two factors that decide most, where each takes away what the other gives.
  private func undoing(_ groups: [FactorGroup], _ path: ExplainedPath) -> String? {
    guard let first = groups.first, first.logarithm.isFinite, abs(first.logarithm) > 2.3,
      let second = groups.dropFirst().first(where: { $0.logarithm * first.logarithm < 0 }),
      abs(first.logarithm + second.logarithm) < 0.5 * abs(first.logarithm)
    else { return nil }
    return "two factors nearly undo each other: \(clause(path, first.steps, first)), and "
      + clause(path, second.steps, second)
  }

  /// A gradient that is a formula of a line: a few paths with one factor each, such as p - y.
  private var exact: String? {
    let sending = paths.filter { $0.product != 0 }
    guard count <= 4, Double(paths.count) == count, sending.count <= 3 else { return nil }
    var total: Formula?
    for path in sending {
      let steps = decidingSteps(path)
      guard steps.count <= 1 else { return nil }
      if sending.count == 1 {
        // What a single slope or number is, is told in words.
        guard let step = steps.first, !isUnary(path, step) || path.path.factors.contains(-1)
        else { return nil }
      }
      var term = steps.first.map { path.path.formula(of: $0, in: path.state) } ?? Formula(1)
      if sending.count == 1, term.isQuantity || term.isConstant { return nil }
      if path.path.factors.filter({ $0 == -1 }).count % 2 == 1 { term = term.opposite }
      total =
        total.map { sum in
          term.isConstant && term.number ?? 0 < 0 ? sum - term.opposite : sum + term
        } ?? term
    }
    guard let total else { return nil }
    let style = FormulaStyle(.names, numbers: NumberStyle(digits: 3), typeset: false)
    let text = total.text(style)
    guard text.count <= 44 else { return nil }
    return "\(name) is exactly \(text) = \(number(gradient))"
  }

  /// The steps of a path whose factors are not 1 or -1 whatever the numbers are.
  private func decidingSteps(_ path: ExplainedPath) -> [Int] {
    path.path.factors.indices.filter { step in
      abs(path.path.factors[step]) != 1
        || !path.path.formula(of: step, in: path.state).isConstant
    }
  }

  private func overRows(_ best: ExplainedPath) -> String {
    let sizes = sent.reduce(0) { $0 + abs($1.gradient) } + abs(penalty ?? 0)
    let start = "\(name) is \(number(gradient))"
    let parts = sent.map(\.gradient) + (penalty.map { [$0] } ?? [])
    let silent = sent.filter { $0.gradient == 0 }.count
    let none = silent > 0 ? "; \(silent) of \(sent.count) rows send nothing" : ""
    if abs(gradient) < Self.cancelled * sizes {
      let up = parts.filter { $0 > 0 }.reduce(0, +)
      let down = parts.filter { $0 < 0 }.reduce(0, +)
      return "\(start): the rows pull both ways, \(number(up)) and \(number(down)) leave"
        + " \(number(gradient))\(none)"
    }
    guard let largest = sent.max(by: { abs($0.gradient) < abs($1.gradient) }) else { return start }
    if let penalty, abs(penalty) > abs(largest.gradient), abs(penalty) > sizes / 2 {
      return "\(start): the penalty carries \(percent(abs(penalty) / sizes)) of it"
    }
    let share = percent(abs(largest.gradient) / sizes)
    let top = paths.first { $0.row == largest.row + 1 }
    let groups = top.map { $0.path.groups(of: $0.path.factors.indices, in: $0.state) } ?? []
    var reason = ""
    if let top, let group = groups.first, abs(largest.gradient) > sizes / 2 {
      reason = ", most of all because \(clause(top, group.steps, group))"
    }
    return "\(start): row \(largest.row + 1) carries \(share) of what \(sent.count) rows send"
      + reason + none
  }
}
