import Autodiff
public import Reporting
import Training

/// What a training has to be about for its outcome to count.
public struct MeantTraining: Sendable, Equatable {
  /// The network or function that is trained, or the loss that is minimized, by name.
  public var subject: String
  /// The data, by name; nil where a loss is minimized.
  public var data: String?
  /// The loss with which it measures itself; nil where its own measure is not asked for.
  public var loss: String?

  /// A training of something, on rows if there are any, by a loss if it matters which.
  public init(of subject: String, on data: String? = nil, by loss: String? = nil) {
    (self.subject, self.data, self.loss) = (subject, data, loss)
  }
}

extension Session {
  /// Why what was trained since `countsAllRuns` is not what was meant; nil if it is, or if nothing was.
  public func objection(to meant: MeantTraining) -> Diagnostic? {
    DeepStack.run { interpreter.objection(to: meant) }
  }

  /// Whether anything was trained or minimized since `countsAllRuns`.
  public var hasTrained: Bool { interpreter.account.last != nil }

  /// The weights with which that began which was trained last; nil if they are given.
  public var startingWeights: [Double]? { interpreter.account.startingWeights }
}

extension Interpreter {
  /// Notes a run that has ended, if all runs are counted.
  func note(_ run: RunRecord) {
    account.note(
      run, at: place, from: startingWeights(of: run), isNew: run.earlierCounts == nil)
  }

  /// Notes leaves that were set by hand, but for those that have the numbers again they were given.
  func note(set leaves: [NodeID], at range: SourceRange) {
    for leaf in leaves {
      if given.numbers[leaf] == graph.value(of: leaf) {
        account.forget([leaf])
      } else {
        account.note(set: leaf, at: range)
      }
    }
  }

  /// The weights of a run before its first step, frozen ones too, in a fixed order; nil if they are
  /// given, or not known any more.
  private func startingWeights(of run: RunRecord) -> [Double]? {
    guard let subject = run.subject, !given.names.contains(subject.function.name),
      let first = run.history?.checkpoints.last(upTo: 0)?.updating.values
    else { return nil }
    var nodes = subject.network?.tensors.filter(\.isWeight).flatMap(\.nodes) ?? []
    let known = Set(nodes + given.leaves.flatMap(\.nodes))
    for tensor in run.updating?.parameters.tensors ?? [] where tensor.isWeight {
      nodes += run.nodes[tensor.places].filter { !known.contains($0) }
    }
    let numbers = Dictionary(zip(run.nodes, first), uniquingKeysWith: { first, _ in first })
    return nodes.map { numbers[$0] ?? graph.value(of: $0) }
  }

  fileprivate func objection(to meant: MeantTraining) -> Diagnostic? {
    guard let last = account.last, let end = account.entries.last?.range else { return nil }
    for entry in account.entries where !isAbout(meant, entry) {
      return GivenProblem.trainsOther(than: meant.data ?? meant.subject, isData: meant.data != nil)
        .diagnostic(at: entry.range)
    }
    if let entry = account.entries.first(where: { $0.optimizer != nil }) {
      return GivenProblem.ownOptimizer(entry.optimizer ?? "").diagnostic(at: entry.range)
    }
    // A network is too large for one range to be its answer.
    if meant.data == nil, let entry = account.entries.first(where: \.isHeld) {
      return GivenProblem.heldInRange.diagnostic(at: entry.range)
    }
    guard case .run(let run)? = names.binding(of: "run")?.value, run === last else {
      return GivenProblem.runNotLast(last.name).diagnostic(at: end)
    }
    if let subject = last.subject {
      guard isSubject(names.binding(of: meant.subject)?.value, subject.function) else {
        return GivenProblem.redefinedSubject(meant.subject).diagnostic(at: end)
      }
      if let loss = meant.loss, !isBuiltin(loss, subject.loss) {
        return GivenProblem.otherLoss(than: loss).diagnostic(at: end)
      }
    }
    let own = last.nodes + (last.subject?.network?.tensors.flatMap(\.nodes) ?? [])
    guard let (leaf, range) = account.setting(of: own) else { return nil }
    return GivenProblem.setByHand(graph.title(of: leaf)).diagnostic(at: range)
  }

  private func isAbout(_ meant: MeantTraining, _ entry: TrainingAccount.Entry) -> Bool {
    guard let name = meant.data else {
      guard let output = entry.output, case .node(output)? = names.binding(of: meant.subject)?.value
      else { return false }
      return true
    }
    guard case .data(let data)? = names.binding(of: name)?.value, let own = entry.data else {
      return false
    }
    return own === data
      || own.set.x.elements == data.set.x.elements && own.set.y?.elements == data.set.y?.elements
  }

  private func isSubject(_ value: Value?, _ trained: FunctionValue) -> Bool {
    switch (value, trained.source) {
    case (.network(let network)?, .network(let own)): network === own
    case (.function(let function)?, .written(let own)):
      if case .written(let written) = function.source { written === own } else { false }
    case (.function(let function)?, .network(let own)):
      if case .network(let network) = function.source { network === own } else { false }
    default: false
    }
  }

  private func isBuiltin(_ name: String, _ function: FunctionValue) -> Bool {
    guard case .builtin(let builtin) = function.source else { return false }
    return builtin.name == name && function.chosen.isEmpty
  }
}
