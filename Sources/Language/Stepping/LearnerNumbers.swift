import Autodiff

/// The numbers a learner has given that were not the true ones, and what follows from them.
///
/// Whoever errs once should not lose everything behind it: a later number that is right given an
/// earlier one is marked so.
struct LearnerNumbers {
  /// A number that follows from what the learner has said before.
  struct Followed {
    /// The number.
    var number: Double
    /// The learner's numbers it was made from.
    var sources: [Double]
  }

  /// What a step sends, by its place.
  struct Edge: Hashable {
    var node: NodeID
    var part: Int
  }

  private struct Sent {
    var operand: NodeID
    var number: Double
    var truth: Double
  }

  private let pass: Pass
  private let folding: Folding
  private var values: [NodeID: Double] = [:]
  private var factors: [Edge: Double] = [:]
  private var sent: [Edge: Sent] = [:]
  private var sums: [NodeID: Double] = [:]

  /// Nobody has erred yet.
  init(_ pass: Pass, _ folding: Folding) {
    self.pass = pass
    self.folding = folding
  }

  private var isEmpty: Bool {
    values.isEmpty && factors.isEmpty && sent.isEmpty && sums.isEmpty
  }

  // MARK: What was said

  /// Remembers what a node was said to be worth; nil if that was right.
  mutating func note(_ number: Double?, value node: NodeID) { values[node] = number }

  /// Remembers what a local derivative was said to be.
  mutating func note(_ number: Double?, factor edge: Edge) { factors[edge] = number }

  /// Remembers what was said to be sent to an operand.
  mutating func note(_ number: Double?, sent edge: Edge, to operand: NodeID, truth: Double) {
    sent[edge] = number.map { Sent(operand: operand, number: $0, truth: truth) }
  }

  /// Remembers what was said to arrive at a node in all.
  mutating func note(_ number: Double?, sum node: NodeID) { sums[node] = number }

  // MARK: What follows

  /// What a node is worth by the learner's numbers; nil if none of them has a part in it.
  func value(of node: NodeID) -> Followed? {
    guard !values.isEmpty else { return nil }
    return followed { sources in computed(node, &sources) }
  }

  /// A local derivative by the learner's numbers, of a step that folds nothing.
  func factor(_ edge: Edge) -> Followed? {
    guard !values.isEmpty else { return nil }
    return followed { sources in
      let parts = pass.tape.sent(by: edge.node, in: pass.graph)
      guard parts.indices.contains(edge.part) else { return .nan }
      return local(of: edge.node, parts[edge.part].place, &sources)
    }
  }

  /// What a step sends to one of its operands by the learner's numbers.
  func contribution(_ edge: Edge) -> Followed? {
    guard !isEmpty else { return nil }
    return followed { sources in
      var start = arrived(at: edge.node, &sources)
      if let factor = factors[edge] {
        sources.append(factor)
        start *= factor
        return start
      }
      var waiting: [(node: NodeID, product: Double, used: [Double])] = [(edge.node, start, [])]
      var part = 0
      while let place = waiting.indices.max(by: { waiting[$0].node < waiting[$1].node }) {
        let (current, product, before) = waiting.remove(at: place)
        for sent in pass.tape.sent(by: current, in: pass.graph) {
          var used = before
          let next = product * local(of: current, sent.place, &used)
          if folding.isStep(sent.operand, in: pass.graph) {
            if part == edge.part {
              sources += used
              return next
            }
            part += 1
          } else {
            waiting.append((sent.operand, next, used))
          }
        }
      }
      return .nan
    }
  }

  /// What arrives at a node in all by the learner's numbers.
  func sum(at node: NodeID) -> Followed? {
    guard !sent.isEmpty else { return nil }
    return followed { sources in added(at: node, &sources) }
  }

  // MARK: Computing

  private func followed(_ compute: (inout [Double]) -> Double) -> Followed? {
    var sources: [Double] = []
    let number = compute(&sources)
    return sources.isEmpty ? nil : Followed(number: number, sources: sources)
  }

  /// What a node's operation makes of its operands.
  private func computed(_ node: NodeID, _ sources: inout [Double]) -> Double {
    guard let operation = pass.graph.operation(of: node) else { return pass.tape.value(of: node) }
    var operands: [Double] = []
    for operand in pass.graph.operands(of: node) { operands.append(known(operand, &sources)) }
    return operation.value(operands, pass.graph.settings(of: node))
  }

  /// What the learner takes a node to be worth.
  private func known(_ node: NodeID, _ sources: inout [Double]) -> Double {
    if let own = values[node] {
      sources.append(own)
      return own
    }
    return folding.isStep(node, in: pass.graph)
      ? pass.tape.value(of: node) : computed(node, &sources)
  }

  /// A local derivative by the learner's numbers; only those that change it are its sources.
  private func local(of node: NodeID, _ place: Int, _ sources: inout [Double]) -> Double {
    guard let operation = pass.graph.operation(of: node) else { return .nan }
    let settings = pass.graph.settings(of: node)
    let nodes = Array(pass.graph.operands(of: node)) + [node]
    var numbers: [Double] = []
    var own: [(index: Int, sources: [Double])] = []
    for (index, node) in nodes.enumerated() {
      var used: [Double] = []
      numbers.append(known(node, &used))
      if !used.isEmpty { own.append((index, used)) }
    }
    func derivative(_ numbers: [Double]) -> Double {
      let value = numbers[numbers.count - 1]
      return operation.derivatives(Array(numbers.dropLast()), value, settings)[place] ?? 0
    }
    let result = derivative(numbers)
    for (index, used) in own {
      var others = numbers
      others[index] = pass.tape.value(of: nodes[index])
      if derivative(others) != result { sources += used }
    }
    return result
  }

  /// What the learner takes to have arrived at a node.
  private func arrived(at node: NodeID, _ sources: inout [Double]) -> Double {
    if let own = sums[node] {
      sources.append(own)
      return own
    }
    return added(at: node, &sources)
  }

  private func added(at node: NodeID, _ sources: inout [Double]) -> Double {
    var gradient = pass.tape.gradient(at: node)
    let own = sent.filter { $0.value.operand == node }
    for (_, sent) in own.sorted(by: { ($0.key.node, $0.key.part) > ($1.key.node, $1.key.part) }) {
      sources.append(sent.number)
      gradient += sent.number - sent.truth
    }
    return gradient
  }
}
