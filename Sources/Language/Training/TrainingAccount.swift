import Autodiff
import Reporting
import Training

/// What a program of others has trained, and which leaves it has set by hand.
struct TrainingAccount {
  /// A training or minimization, as far as it says what was trained on.
  struct Entry {
    var range: SourceRange
    var data: DataValue?
    var output: NodeID?
    /// The learner's own optimizer, if it was one.
    var optimizer: String?
    /// Whether it kept the parameters in a range.
    var isHeld: Bool
  }

  /// All of them, in order.
  private(set) var entries: [Entry] = []
  /// The last.
  private(set) var last: RunRecord?
  /// The weights with which that began which was trained last; nil if they are given.
  private(set) var startingWeights: [Double]?
  /// The curves of the runs before the last.
  private var curves: [String: [Double]] = [:]
  /// Where leaves were set last.
  private var settings: [NodeID: SourceRange] = [:]

  /// Notes a run that has ended, and the weights with which it began; a run that was rewound is not
  /// new.
  mutating func note(
    _ run: RunRecord, at range: SourceRange, from weights: [Double]?, isNew: Bool
  ) {
    if isNew, let last {
      for (name, values) in last.series { curves[name, default: []] += values }
    }
    if run.nodes != last?.nodes { startingWeights = weights }
    entries.append(
      Entry(
        range: range, data: run.subject?.data, output: run.output,
        optimizer: run.ownOptimizer?.function.name,
        isHeld: run.updating?.clipWeights != nil))
    last = run
  }

  /// A curve of the runs before the last, one after another.
  func earlierCurve(_ name: String) -> [Double] { curves[name] ?? [] }

  /// Notes that a leaf was set.
  mutating func note(set leaf: NodeID, at range: SourceRange) { settings[leaf] = range }

  /// Forgets that leaves were set, because they begin again.
  mutating func forget(_ leaves: [NodeID]) {
    for leaf in leaves { settings[leaf] = nil }
  }

  /// Where one of some leaves was set by hand; nil if none was.
  func setting(of leaves: [NodeID]) -> (leaf: NodeID, range: SourceRange)? {
    guard !settings.isEmpty else { return nil }
    return leaves.compactMap { leaf in settings[leaf].map { (leaf, $0) } }
      .min { $0.1.start < $1.1.start }
  }
}
