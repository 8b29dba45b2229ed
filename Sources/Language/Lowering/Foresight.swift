import Autodiff

/// The least work that statements are sure to make, so that a loop too long for the limits is
/// refused before it begins and not after minutes.
///
/// Everything here is a lower bound: what cannot be told without running it counts as nothing.
struct Foresight {
  /// Steps and nodes; at the largest number they stay there.
  struct Work {
    var steps = 0
    var nodes = 0

    mutating func add(_ other: Work, times count: Int = 1) {
      steps = Work.sum(steps, Work.product(other.steps, count))
      nodes = Work.sum(nodes, Work.product(other.nodes, count))
    }

    private static func sum(_ a: Int, _ b: Int) -> Int {
      let (sum, isOver) = a.addingReportingOverflow(b)
      return isOver ? .max : sum
    }

    static func product(_ a: Int, _ b: Int) -> Int {
      let (product, isOver) = a.multipliedReportingOverflow(by: b)
      return isOver ? .max : product
    }
  }

  private let names: Names
  private let graph: Graph
  /// Names that may mean something else by the time they are used.
  private var changing: Set<String>
  private var leavesChange = false
  private let functions = Functions()

  /// The work of functions, each looked into once however often it is called.
  private final class Functions {
    var work: [ObjectIdentifier: Work] = [:]
  }

  /// Looks ahead from a state of the program, in which some names are about to change.
  init(names: Names, graph: Graph, changing: [Name]) {
    self.names = names
    self.graph = graph
    self.changing = Set(changing.map(\.text))
  }

  /// The least work of running statements once.
  func work(of body: [Statement]) -> Work {
    var inside = self
    inside.noteChanges(in: body)
    var work = Work()
    for statement in body { work.add(inside.work(of: statement)) }
    return work
  }

  private mutating func noteChanges(in body: [Statement]) {
    for statement in body {
      switch statement.kind {
      case .definition(let name, _): changing.insert(name.text)
      case .unpacking(let names, _): changing.formUnion(names.map(\.text))
      case .network(let network): changing.insert(network.name.text)
      case .data(let name, _): changing.insert(name.text)
      case .leaf, .set: leavesChange = true
      case .function(let function): changing.insert(function.name.text)
      case .loop(let variables, _, let body):
        changing.formUnion(variables.map(\.text))
        noteChanges(in: body)
      case .verb, .expression: break
      }
    }
  }

  private func work(of statement: Statement) -> Work {
    var work = Work(steps: 1)
    switch statement.kind {
    case .definition(_, let expression): work.add(self.work(of: expression).work)
    case .loop(_, let source, let body):
      work.add(self.work(of: source).work)
      var round = self.work(of: body)
      round.steps = max(round.steps, 1)
      if let count = count(of: source) { work.add(round, times: count) }
    case .leaf, .function, .set, .unpacking, .network, .data, .verb, .expression: break
    }
    return work
  }

  /// The least work of an expression, and the least number of elements it gives.
  func work(of expression: Expression) -> (work: Work, size: Int) {
    switch expression.kind {
    case .number, .text, .member: return (Work(), 1)
    case .name(let name): return (Work(), size(of: name))
    case .negated(let operand):
      var (work, size) = work(of: operand)
      // The sign of a number is no node.
      if size > 1 { work.nodes += size }
      return (work, size)
    case .chain(let first, let links): return chain(first, links)
    case .power(let base, let exponent):
      var (work, size) = work(of: base)
      let other = self.work(of: exponent)
      work.add(other.work)
      size = max(size, other.size)
      work.add(Work(nodes: size))
      return (work, size)
    case .call(let callee, let arguments): return call(callee, arguments)
    case .element(let base, let indices):
      var work = self.work(of: base).work
      for case .at(let index) in indices { work.add(self.work(of: index).work) }
      return (work, 1)
    case .list(let elements):
      var work = Work()
      var size = Work()
      for element in elements {
        let part = self.work(of: element)
        work.add(part.work)
        size.add(Work(steps: part.size))
      }
      return (work, max(size.steps, 1))
    case .comprehension(let element, let variables, let source):
      var (work, _) = self.work(of: source)
      guard let count = count(of: source) else { return (work, 1) }
      var inside = self
      inside.changing.formUnion(variables.map(\.text))
      var (round, size) = inside.work(of: element)
      round.add(Work(steps: 1))
      work.add(round, times: count)
      size = Work.product(size, count)
      return (work, max(size, 1))
    case .range: return (Work(), max(count(of: expression) ?? 1, 1))
    }
  }

  private func chain(_ first: Expression, _ links: [Expression.Link]) -> (work: Work, size: Int) {
    var (work, size) = work(of: first)
    for link in links {
      let (other, otherSize) = self.work(of: link.operand)
      work.add(other)
      switch InfixTable.entries[link.symbol]?.meaning {
      case .operation:
        size = max(size, otherSize)
        work.add(Work(nodes: size))
      case .matrixProduct:
        size = 1
        work.add(Work(nodes: 1))
      case .approximately, nil: size = 1
      }
    }
    return (work, size)
  }

  private func call(_ callee: Expression, _ arguments: [Argument]) -> (work: Work, size: Int) {
    var work = Work()
    var size = 1
    for argument in arguments {
      let part = self.work(of: argument.value)
      work.add(part.work)
      if argument.name == nil { size = max(size, part.size) }
    }
    guard case .name(let name) = callee.kind, !changing.contains(name),
      arguments.contains(where: { $0.name == nil })
    else { return (work, 1) }
    if case .function(let function) = names.value(of: name) {
      if case .written(let written) = function.source { work.add(self.work(of: written)) }
      return (work, 1)
    }
    guard let id = Builtins.named(name)?.operation else { return (work, 1) }
    guard case .elementwise = Operators[id].arrangement, arguments.count == 1 else {
      work.add(Work(nodes: 1))
      return (work, 1)
    }
    work.add(Work(nodes: size))
    return (work, size)
  }

  /// The least work of a function whose arguments are not known.
  private func work(of function: FunctionSyntax) -> Work {
    let identity = ObjectIdentifier(function)
    if let known = functions.work[identity] { return known }
    functions.work[identity] = Work()
    var inside = self
    inside.changing.formUnion(function.parameters.map(\.name.text))
    var work = inside.work(of: function.body)
    inside.noteChanges(in: function.body)
    if case .expression(let value) = function.body.last?.kind {
      work.add(inside.work(of: value).work)
    }
    functions.work[identity] = work
    return work
  }

  /// How often a loop runs through a source, if that is plain to see.
  private func count(of source: Expression) -> Int? {
    if case .range(let first, let last) = source.kind {
      guard let from = number(first), let to = number(last), abs(from) < 1e15, abs(to) < 1e15,
        let first = Int(exactly: from), let last = Int(exactly: to)
      else { return nil }
      return max(0, last - first + 1)
    }
    guard case .name(let name) = source.kind, !changing.contains(name) else { return nil }
    switch names.value(of: name) {
    case .range(let first, let last): return max(0, last - first + 1)
    case .tensor(let tensor):
      switch tensor.shape {
      case .scalar: return nil
      case .vector(let count): return count
      case .matrix(let rows, _): return rows
      }
    default: return nil
    }
  }

  private func size(of name: String) -> Int {
    guard !changing.contains(name), case .tensor(let tensor) = names.value(of: name) else {
      return 1
    }
    return tensor.elements.count
  }

  /// What an expression is worth, if that is plain to see and will not change.
  private func number(_ expression: Expression) -> Double? {
    switch expression.kind {
    case .number(let number): return number
    case .negated(let operand): return number(operand).map { -$0 }
    case .power(let base, let exponent):
      guard let base = number(base), let exponent = number(exponent) else { return nil }
      return value("pow", [base, exponent])
    case .chain(let first, let links):
      var result = number(first)
      for link in links {
        guard let left = result, let right = number(link.operand),
          case .operation(let id) = InfixTable.entries[link.symbol]?.meaning
        else { return nil }
        result = Operators[id].value([left, right])
      }
      return result
    case .name(let name):
      guard !changing.contains(name) else { return nil }
      switch names.value(of: name) {
      case .number(let number): return number
      case .node(let node):
        return !leavesChange || graph.isConstant(node) ? graph.value(of: node) : nil
      default: return nil
      }
    default: return nil
    }
  }

  private func value(_ name: String, _ operands: [Double]) -> Double? {
    Operators.named(name).map { Operators[$0].value(operands) }
  }
}
