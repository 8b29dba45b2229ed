import Autodiff
import Reporting
import Training

/// What is remembered of a training or minimization under its name: its curves, its last step, and
/// what it was about.
final class RunRecord: @unchecked Sendable {
  /// What it is called: `run`, unless it was named.
  let name: String
  /// What was trained; nil for a minimization.
  let subject: TrainingSubject?
  /// The curves by name, in the order of help.
  private(set) var series: [(name: String, values: [Double])] = []
  /// The epochs or steps the values of the curves belong to.
  private(set) var places: [Double] = []
  /// How many steps were made.
  var steps = 0
  /// How many epochs were finished; nil for a minimization, which has none.
  var epochs: Int?
  /// What was counted of the runs before it, by name, if they are counted with it; nil until it is kept.
  var earlierCounts: [String: Int]?
  /// The loss before the first step: of its batch, where it looks at a batch; nil if there was none.
  var firstLoss: Double?
  /// The last step; nil if none was made.
  var lastUpdate: UpdateRecord?
  /// What was minimized, without penalties; nil for a training.
  var output: NodeID?
  /// What was minimized, in the program's words.
  var outputWords: String?
  /// What made the steps: the penalties of the loss as they are now.
  var updating: Updating?
  /// The rows of the data, from 0, that the next step would look at; nil if they are drawn.
  var nextRows: [Int]?
  /// What the random masks of its rows depend on.
  var key: UInt64 = 0
  /// The nodes of the parameters, in the order of the update.
  var nodes: [NodeID] = []
  /// The settings of the optimizer, in the order of the update's.
  var settings: [Setting] = []
  /// The learner's own optimizer, if it was one.
  var ownOptimizer: OwnOptimizer?
  /// What it takes to go back in it; nil if that cannot be done.
  var history: RunHistory?
  /// Where in the run the parameters stand; nil at its end.
  var rewound: RewoundRun?

  /// What the curves are called that there may be, in the order of help, and what they are.
  static let seriesMeanings: [(name: String, meaning: String)] = [
    ("loss", "the loss over all rows after an epoch, or the value before a step"),
    ("batch_loss", "the mean of the losses of an epoch's batches, each before its step"),
    ("lr", "the learning rate"),
    ("gradient_norm", "the length of the gradient of the last step, before it is clipped"),
    ("accuracy", "the share of rows that are predicted right, where that can be told"),
    ("validation_loss", "the loss over the rows of validate="),
    ("validation_accuracy", "the share of those that are predicted right"),
  ]

  /// What its counts are called, in the order of help, and what they are.
  static let countMeanings: [(name: String, meaning: String)] = [
    ("steps", "how many steps were made"),
    ("epochs", "how many epochs were finished, whatever every= is"),
  ]

  /// Its counts by name; unlike its curves, they do not depend on what is reported.
  var counts: [(name: String, count: Int)] {
    [("steps", steps)] + (epochs.map { [("epochs", $0)] } ?? [])
  }

  init(name: String, subject: TrainingSubject?) {
    self.name = name
    self.subject = subject
  }

  /// Adds what is known after an epoch or a step.
  func add(at place: Int, _ values: [(name: String, value: Double)]) {
    places.append(Double(place))
    for (name, value) in values {
      if let index = series.firstIndex(where: { $0.name == name }) {
        series[index].values.append(value)
      } else {
        series.append((name, [value]))
      }
    }
  }

  /// The same record, with its curves up to an epoch or a step.
  func copy(upTo last: Double = .infinity) -> RunRecord {
    let copy = RunRecord(name: name, subject: subject)
    for (index, place) in places.enumerated() where place <= last {
      copy.add(at: Int(place), series.map { ($0.name, $0.values[index]) })
    }
    (copy.nodes, copy.output) = (nodes, output)
    (copy.steps, copy.epochs, copy.firstLoss) = (steps, epochs, firstLoss)
    (copy.settings, copy.ownOptimizer) = (settings, ownOptimizer)
    copy.earlierCounts = earlierCounts
    return copy
  }

  /// A curve.
  func values(of name: String) -> [Double]? { series.first { $0.name == name }?.values }
}

/// What a `train` statement trains, with everything its loss is made of.
struct TrainingSubject: Sendable {
  /// The network or function.
  var function: FunctionValue
  /// The network, if it is one.
  var network: Network? {
    if case .network(let network) = function.source { network } else { nil }
  }
  /// The loss: a function of prediction and target.
  var loss: FunctionValue
  var data: DataValue
  /// Where it stands in the program.
  var range: SourceRange
}

extension Interpreter {
  /// The record called `run`.
  var namedRun: RunRecord? {
    if case .run(let run)? = names.binding(of: "run")?.value { run } else { nil }
  }

  /// The values of a curve; where runs count together, those of all of them.
  func curve(_ name: String, of run: RunRecord) -> [Double]? {
    guard let values = run.values(of: name) else { return nil }
    return account.last === run ? account.earlierCurve(name) + values : values
  }

  /// A curve or a count of a run: `run.loss`, `run.steps`.
  func member(_ name: Name, of run: RunRecord) throws(Diagnostic) -> Value {
    if let (_, count) = run.counts.first(where: { $0.name == name.text }) {
      return .number(Double(count + (run.earlierCounts?[name.text] ?? 0)))
    }
    guard let values = curve(name.text, of: run) else {
      let known = run.series.isEmpty ? [] : run.series.map(\.name) + run.counts.map(\.name)
      throw TrainingProblem.noSeries(
        name.text, run: run.name, known: known, closest: closestName(to: name.text, among: known)
      ).diagnostic(at: name.range)
    }
    guard !values.isEmpty else { throw ProgramProblem.emptyList.diagnostic(at: name.range) }
    try hold(values.count, at: name.range)
    return .tensor(
      Tensor(shape: .vector(values.count), elements: values.map { .number($0) }))
  }
}
