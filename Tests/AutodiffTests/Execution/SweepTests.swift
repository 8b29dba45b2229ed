import Autodiff
import Reporting
import Testing

/// What is swept over many samples has the bits of a tape on which all samples are written out.
@Suite("The sweep")
struct SweepTests {
  @Test(
    "Random graphs give the tape's bits, with any number of samples and lanes", arguments: 0..<60)
  func randomGraphs(seed: Int) throws {
    var random = Dice(seed)
    let program = RandomProgram(&random)
    for rows in [1, 3, 7, 8, 9, 20, 64, 70] {
      let data = (0..<rows).map { _ in
        (0..<RandomProgram.inputs).map { _ in (random.uniform() * 4 - 2).atACorner }
      }
      let truth = program.onTape(data)
      for lanes in [1, 2, 5, 8, 16, 64] {
        let swept = program.swept(data, lanes: lanes)
        #expect(swept.losses.map(\.bits) == truth.losses.map(\.bits))
        #expect(
          swept.gradient.map(\.bits) == truth.gradient.map(\.bits),
          "\(rows) rows, \(lanes) lanes")
      }
    }
  }

  @Test("A large layer has the same bits with any number of threads")
  func threads() throws {
    var random = Dice(1)
    var graph = Graph()
    let inputs = (0..<90).map { _ in graph.addLeaf(0, at: .none) }
    var parameters: [NodeID] = []
    var now = inputs
    for width in [130, 70, 1] {
      let previous = now
      now = (0..<width).map { _ in
        let weights = previous.map { _ in graph.addLeaf(random.uniform() - 0.5, at: .none) }
        parameters += weights
        return graph.add(
          id("tanh"), [graph.add(id("dot"), weights + previous, at: .none)], at: .none)
      }
    }
    let circuit = Circuit(graph, outputs: now, parameters: parameters, inputs: inputs)
    let data = (0..<64 * inputs.count).map { _ in random.uniform() }
    defer { Threads.use(1) }
    let gradients = [1, 2, 3, 2].map { count -> [UInt64] in
      Threads.use(count)
      let sweep = Sweep(circuit, capacity: 64)
      sweep.begin(lanes: 64)
      for (place, number) in data.enumerated() {
        sweep.give(number, to: parameters.count + place / 64, lane: place % 64)
      }
      for _ in 0..<3 {
        sweep.clearGradient()
        sweep.computeForward()
        sweep.computeBackward(seed: 1)
      }
      return sweep.gradient.map(\.bits)
    }
    #expect(Set(gradients).count == 1)
  }

  @Test("A parameter that nothing reaches has the gradient 0")
  func unreached() throws {
    var graph = Graph()
    let (w, v, x) = (
      graph.addLeaf(2, at: .none), graph.addLeaf(3, at: .none), graph.addLeaf(1, at: .none)
    )
    let choose = try #require(Operators.named("where"))
    let y = graph.add(choose, [x, w, v], at: .none)
    let sweep = Sweep(Circuit(graph, outputs: [y], parameters: [w, v], inputs: [x]), capacity: 2)
    sweep.begin(lanes: 2)
    sweep.give([1], from: 2)
    sweep.computeForward()
    sweep.clearGradient()
    sweep.computeBackward(seed: 0.5)
    #expect(sweep.gradient.map(\.bits) == [1, 0.0].map(\.bits))
  }
}

extension Double {
  /// The bits, of which those of nan mean nothing.
  fileprivate var bits: UInt64 { isNaN ? Double.nan.bitPattern : bitPattern }

  /// Sometimes a number at which something happens: 0, −0, a whole one.
  fileprivate var atACorner: Double {
    magnitude < 0.3 ? (self < 0 ? -0.0 : 0) : magnitude > 1.7 ? self.rounded() : self
  }
}

private func id(_ name: String) -> OperatorID { Operators.named(name) ?? .leaf }

/// Random numbers from 0 to 1.
private struct Dice {
  private var source: RandomSource

  init(_ seed: Int) { source = RandomSource(seed: Int64(seed)) }

  mutating func uniform() -> Double { Double(source.draw().bits(0) >> 11) * 0x1p-53 }
}

/// A random network of operators over a few inputs and parameters, built as often as one likes.
private struct RandomProgram {
  static let inputs = 5
  static let widths = 1...9
  private let steps: [Step]
  private let numbers: [Double]

  private enum Step {
    /// Weighted sums of everything so far by new weights, perhaps with a bias.
    case layer(units: Int, hasBias: Bool)
    /// The layer of the same shape again.
    case tied
    case unary(String)
    case binary(String, with: Int)
    case choice
    case softmax(String)
    case picked
    case withParameter(String)
  }

  init(_ random: inout Dice) {
    let unary = [
      "tanh", "relu", "sigmoid", "exp", "square", "sin", "abs", "softplus", "leaky_relu",
    ]
    let binary = ["add", "sub", "mul", "max", "min"]
    func one<T>(of list: [T]) -> T { list[Int(random.uniform() * Double(list.count))] }
    steps = (0..<Int(3 + random.uniform() * 6)).map { _ in
      switch Int(random.uniform() * 9) {
      case 0, 1: .layer(units: 1 + Int(random.uniform() * 9), hasBias: random.uniform() < 0.7)
      case 2: .tied
      case 3, 4: .unary(one(of: unary))
      case 5: .binary(one(of: binary), with: Int(random.uniform() * 4))
      case 6: .choice
      case 7: one(of: [.softmax("softmax"), .softmax("log_softmax"), .picked])
      default: .withParameter(one(of: binary))
      }
    }
    numbers = (0..<400).map { _ in random.uniform() * 2 - 1 }
  }

  /// The parameters as leaves, and what takes them one after another.
  private struct Parameters {
    var leaves: [NodeID] = []
    var next = 0
  }

  private func take(_ count: Int, _ parameters: inout Parameters, _ graph: inout Graph) -> [NodeID]
  {
    while parameters.leaves.count < parameters.next + count {
      parameters.leaves.append(
        graph.addLeaf(numbers[parameters.leaves.count % numbers.count], at: .none))
    }
    defer { parameters.next += count }
    return Array(parameters.leaves[parameters.next..<parameters.next + count])
  }

  /// The loss of one row; the parameters are made by the first row and used again by the others.
  private func loss(
    _ inputs: [NodeID], _ parameters: inout Parameters, _ graph: inout Graph
  ) -> NodeID {
    parameters.next = 0
    var last: (weights: [NodeID], bias: [NodeID], width: Int)?
    var now = inputs
    for step in steps {
      switch step {
      case .layer(let units, let hasBias):
        let weights = take(units * now.count, &parameters, &graph)
        let bias = hasBias ? take(units, &parameters, &graph) : []
        last = (weights, bias, now.count)
        now = layer(weights, bias, now, &graph)
      case .tied:
        guard let last, last.width <= now.count else { continue }
        now = layer(last.weights, last.bias, Array(now[..<last.width]), &graph) + now
      case .unary(let name): now = now.map { graph.add(id(name), [$0], at: .none) }
      case .binary(let name, let other):
        now = now.indices.map {
          graph.add(id(name), [now[$0], now[($0 + other) % now.count]], at: .none)
        }
      case .choice:
        let zero = graph.constant(0)
        now = now.map {
          let isPositive = graph.add(id("gt"), [$0, zero], at: .none)
          let other = graph.add(id("tanh"), [$0], at: .none)
          return graph.add(id("where"), [isPositive, $0, other], at: .none)
        }
      case .softmax(let name):
        now = now.indices.map {
          graph.add(id(name), now, Settings([Double($0 + 1)]), at: .none)
        }
      case .picked:
        let elements = now.indices.map {
          graph.add(id("log_softmax"), now, Settings([Double($0 + 1)]), at: .none)
        }
        let half = graph.constant(2)
        let place = graph.add(id("sign"), [inputs[0]], at: .none)
        let place1 = graph.add(
          id("max"), [graph.add(id("add"), [place, half], at: .none), half], at: .none)
        guard now.count >= 3 else { continue }
        now = [graph.add(id("pick"), elements + [place1], at: .none)] + now
      case .withParameter(let name):
        let parameter = take(1, &parameters, &graph)[0]
        now = now.map { graph.add(id(name), [$0, parameter], at: .none) }
      }
    }
    let extra = take(1, &parameters, &graph)[0]
    let sum = graph.add(id("sum"), now, at: .none)
    return graph.add(id("mul"), [graph.add(id("tanh"), [sum], at: .none), extra], at: .none)
  }

  private func layer(
    _ weights: [NodeID], _ bias: [NodeID], _ inputs: [NodeID], _ graph: inout Graph
  ) -> [NodeID] {
    (0..<weights.count / inputs.count).map { unit in
      let row = Array(weights[unit * inputs.count..<(unit + 1) * inputs.count])
      return graph.add(
        id("dot"), row + inputs + (bias.isEmpty ? [] : [bias[unit]]), at: .none)
    }
  }

  func onTape(_ data: [[Double]]) -> (losses: [Double], gradient: [Double]) {
    var graph = Graph()
    var parameters = Parameters()
    let rows = data.map { $0.map { graph.addLeaf($0, at: .none) } }
    let losses = rows.map { loss($0, &parameters, &graph) }
    let mean =
      losses.count == 1 ? losses[0] : graph.add(id("mean"), losses, at: .none)
    let tape = Tape(of: mean, in: graph)
    return (losses.map(graph.value), parameters.leaves.map(tape.gradient))
  }

  func swept(_ data: [[Double]], lanes: Int) -> (losses: [Double], gradient: [Double]) {
    var graph = Graph()
    var parameters = Parameters()
    let inputs = data[0].map { graph.addLeaf($0, at: .none) }
    let output = loss(inputs, &parameters, &graph)
    let sweep = Sweep(
      Circuit(graph, outputs: [output], parameters: parameters.leaves, inputs: inputs),
      capacity: lanes)
    var losses = Array(repeating: 0.0, count: data.count)
    sweep.clearGradient()
    var end = data.count
    while end > 0 {
      let start = max(end - lanes, 0)
      sweep.begin(lanes: end - start)
      for row in start..<end {
        for (offset, number) in data[row].enumerated() {
          sweep.give(number, to: parameters.leaves.count + offset, lane: row - start)
        }
      }
      sweep.computeForward()
      for row in start..<end { losses[row] = sweep.output(0, lane: row - start) }
      sweep.computeBackward(seed: data.count == 1 ? 1 : 1 / Double(data.count))
      end = start
    }
    return (losses, sweep.gradient)
  }
}
