import Autodiff
import Reporting

/// A small graph drawn from a seed, whose every value, factor and gradient is a short decimal.
struct QuizGraph {
  /// How hard a graph may be, and what that means.
  static let levels = [
    "a chain of three operations", "a longer one with a fork, squares and relu",
    "a network with two hidden units",
  ]

  private(set) var graph = Graph()
  private(set) var leaves: [Pass.Leaf] = []
  /// The definitions, as the program would write them.
  private(set) var program: [String] = []
  private(set) var output = NodeID(0)

  /// The most significant digits a number of a level has.
  static func mostDigits(_ level: Int) -> Int { level < 3 ? 3 : 4 }

  /// The graph of a seed; the first of those drawn from it whose numbers are short.
  init(seed: Int64, level: Int) {
    var source = RandomSource(seed: seed)
    for _ in 0..<Self.mostDraws {
      let drawn = QuizGraph(drawnFrom: QuizDraw(source.draw()), level)
      if drawn.isGood(level) {
        self = drawn
        return
      }
    }
    // Not reached by any seed that was tried; still a graph.
    self = QuizGraph()
    let w = leaf("w", 3, .param)
    let x = leaf("x", 2, .input)
    output = apply("mul", [w, x], "y")
  }

  private static let mostDraws = 2000

  private init() {}

  private init(drawnFrom draw: QuizDraw, _ level: Int) {
    self.init()
    var draw = draw
    switch level {
    case 1: chain(&draw, operations: 3, names: ["w", "x", "b"], mayFork: false)
    case 2: chain(&draw, operations: 5, names: ["w", "x", "b"], mayFork: true)
    default: network(&draw)
    }
  }

  /// What is walked through.
  var pass: Pass {
    Pass(
      name: "L", graph: graph, tape: Tape(of: output, in: graph), leaves: leaves, shown: .all,
      isUnfolded: true)
  }

  // MARK: Drawing

  /// Each operation takes the result of the one before, so that everything counts.
  private mutating func chain(
    _ draw: inout QuizDraw, operations: Int, names: [String], mayFork: Bool
  ) {
    let step = mayFork ? 0.5 : 1
    var given: [NodeID] = []
    for name in names {
      given.append(leaf(name, draw.number(step: step, most: mayFork ? 4 : 5), role(of: name)))
    }
    var unused = given
    var last = unused.removeFirst()
    var all = given
    for place in 1...operations {
      let name = place == operations ? "L" : ["u", "v", "p", "q"][(place - 1) % 4]
      let left = operations - place
      // What is left unused has to come in before the end.
      if unused.isEmpty || left > unused.count && draw.oneIn(3) {
        let word = mayFork ? draw.pick(["pow", "relu", "mul"]) : draw.pick(["pow", "neg"])
        if word == "pow" {
          last = squared(last, name)
        } else if word == "mul" {
          last = apply(word, [last, draw.pick(all.filter { $0 != last })], name)
        } else {
          last = apply(word, [last], name)
        }
      } else {
        let other =
          mayFork && left > unused.count && draw.oneIn(3)
          ? draw.pick(all.filter { $0 != last }) : unused.removeFirst()
        let word = place == 1 ? "mul" : draw.pick(["add", "sub", "mul", "mul"])
        last = apply(word, draw.oneIn(4) ? [other, last] : [last, other], name)
      }
      all.append(last)
    }
    output = last
  }

  /// Two inputs, two units with relu, one output, and the square of its error.
  private mutating func network(_ draw: inout QuizDraw) {
    let x = ["x1", "x2"].map { constant($0, draw.number(step: 0.5, most: 3)) }
    var hidden: [NodeID] = []
    for unit in 1...2 {
      let w = (1...2).map { leaf("w\(unit)\($0)", draw.number(step: 0.5, most: 3), .param) }
      let b = leaf("b\(unit)", draw.number(step: 0.5, most: 3), .param)
      let z = apply("dot", w + x + [b], "z\(unit)")
      hidden.append(apply("relu", [z], "h\(unit)"))
    }
    let v = (1...2).map { leaf("v\($0)", draw.number(step: 0.5, most: 3), .param) }
    let c = leaf("c", draw.number(step: 0.5, most: 3), .param)
    let y = apply("dot", v + hidden + [c], "y")
    let t = constant("t", draw.number(step: 0.5, most: 3))
    output = squared(apply("sub", [y, t], "e"), "L")
  }

  private func role(of name: String) -> LeafRole { name.hasPrefix("x") ? .input : .param }

  private mutating func leaf(_ name: String, _ number: Double, _ role: LeafRole) -> NodeID {
    let node = graph.addLeaf(number, at: .none)
    graph.name(node, name)
    leaves.append(Pass.Leaf(name: name, role: role, shape: .scalar, nodes: [node]))
    program.append("\(role.rawValue) \(name) = \(NumberStyle.exact.text(number))")
    return node
  }

  private mutating func constant(_ name: String, _ number: Double) -> NodeID {
    let node = graph.addNamedConstant(number, at: .none)
    graph.name(node, name)
    program.append("\(name) = \(NumberStyle.exact.text(number))")
    return node
  }

  private mutating func squared(_ node: NodeID, _ name: String) -> NodeID {
    apply("pow", [node, graph.constant(2)], name)
  }

  private mutating func apply(_ word: String, _ operands: [NodeID], _ name: String) -> NodeID {
    guard let id = Operators.named(word) else { return operands[0] }
    let node = graph.add(id, operands, Operators[id].defaultSettings, at: .none)
    graph.name(node, name)
    if let formula = graph.application(of: node) {
      let style = FormulaStyle(.names, numbers: .exact, typeset: false)
      program.append("\(name) = \(formula.text(style))")
    }
    return node
  }

  // MARK: Judging

  /// Whether every number of it is short, and little of it is nothing.
  private func isGood(_ level: Int) -> Bool {
    let pass = pass
    let most = Self.mostDigits(level)
    var numbers = pass.tape.forwardNodes.map(pass.tape.value(of:))
    for position in pass.tape.backwardNodes.indices {
      guard let step = pass.tape.backwardStep(position, in: graph) else { return false }
      if step.isKink { return false }
      numbers.append(step.upstream)
      for sent in step.contributions { numbers += [sent.local, sent.contribution, sent.after] }
    }
    let gradients = leaves.flatMap(\.nodes).map(pass.tape.gradient(at:))
    let dead = gradients.count { $0 == 0 }
    guard dead == 0 || level == 3 && dead <= gradients.count / 2 else { return false }
    let forks = pass.tape.forwardNodes.contains { node in
      pass.tape.sent(by: node, in: graph).contains { $0.before != nil }
    }
    guard level != 2 || forks else { return false }
    return (numbers + gradients).allSatisfy { Self.isShort($0, most) }
  }

  /// Whether a number has few digits.
  static func isShort(_ number: Double, _ most: Int) -> Bool {
    guard number.isFinite, abs(number) < 1000 else { return false }
    let digits = NumberStyle.exact.text(abs(number)).filter(\.isNumber).drop { $0 == "0" }
    return digits.count <= most
  }
}

/// Choices, one after another, that depend on nothing but a draw.
private struct QuizDraw {
  private let draw: RandomSource.Draw
  private var count = 0

  init(_ draw: RandomSource.Draw) { self.draw = draw }

  private mutating func below(_ bound: Int) -> Int {
    defer { count += 1 }
    return min(Int((draw.uniform(count) * Double(bound)).rounded(.down)), bound - 1)
  }

  mutating func oneIn(_ count: Int) -> Bool { below(count) == 0 }

  mutating func pick<Element>(_ choices: [Element]) -> Element { choices[below(choices.count)] }

  /// A number other than 0, 1 and −1, from −most to most.
  mutating func number(step: Double, most: Double) -> Double {
    let places = Int((most / step).rounded())
    while true {
      let number = Double(below(2 * places + 1) - places) * step
      if number != 0, abs(number) != 1 { return number }
    }
  }
}
