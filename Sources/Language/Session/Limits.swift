import Autodiff

/// What a run may use; reaching a limit is an ordinary error that names it.
public struct Limits: Sendable, Equatable {
  /// The most nodes a graph may have.
  public var nodes = 20_000_000
  /// The most statements and elements the interpreter may work through.
  public var steps = 200_000_000
  /// The most memory the graph may take, in bytes.
  public var memory = 4 << 30
  /// The longest a run may take, in seconds.
  public var seconds = Double.infinity
  /// How many threads may share the work of a training.
  public var threads = Threads.available

  /// The limits of a run at a person's own machine.
  public init() {}

  /// A limit that was reached, or would have been.
  public enum Reached: Sendable, Equatable {
    /// So many nodes.
    case nodes(Int)
    /// So many steps.
    case steps(Int)
    /// So many bytes.
    case memory(Int)
    /// So many seconds.
    case seconds(Double)
  }
}

/// Counts what a run uses against its limits, and notices when a person wants it to stop.
struct Budget {
  let limits: Limits
  /// Asked now and then; true stops the run.
  let isInterrupted: @Sendable () -> Bool
  private var steps = 0
  private var untilLook = 256
  /// When time is up.
  private let end: ContinuousClock.Instant

  /// The bytes that a node takes with everything that belongs to it, as measured.
  static let bytesPerNode = 96
  /// The bytes that an operand of a node takes, in the graph and on a tape.
  static let bytesPerOperand = 24
  /// Places in a graph are numbers of 32 bits.
  private static let mostPlaces = Int(Int32.max) - 1

  init(
    _ limits: Limits, until deadline: ContinuousClock.Instant? = nil,
    isInterrupted: @escaping @Sendable () -> Bool
  ) {
    self.limits = limits
    let end = ContinuousClock.now + .seconds(min(limits.seconds, 1e9))
    self.end = deadline.map { min($0, end) } ?? end
    self.isInterrupted = isInterrupted
  }

  /// Counts work; looks at the clock only now and then.
  mutating func spend(_ count: Int = 1) throws(Stop) {
    steps = steps.addingReportingOverflow(count).partialValue
    if steps > limits.steps || steps < 0 { throw .reached(.steps(limits.steps)) }
    untilLook -= count
    if untilLook <= 0 {
      untilLook = 256
      try look()
    }
  }

  /// Looks at the clock and at the person.
  func look() throws(Stop) {
    if isInterrupted() { throw .interrupted }
    if ContinuousClock.now > end { throw .reached(.seconds(limits.seconds)) }
  }

  /// Makes sure that work still to be done, and nodes still to be made, stay within the limits.
  func foresee(steps more: Int, nodes: Int, operands: Int, in graph: Graph) throws(Stop) {
    let (allSteps, tooManySteps) = steps.addingReportingOverflow(more)
    if tooManySteps || allSteps > limits.steps { throw .reached(.steps(limits.steps)) }
    let mostNodes = min(limits.nodes, Budget.mostPlaces)
    let (allNodes, tooManyNodes) = graph.count.addingReportingOverflow(nodes)
    if tooManyNodes || allNodes > mostNodes { throw .reached(.nodes(mostNodes)) }
    let (allOperands, tooManyOperands) = graph.operandCount.addingReportingOverflow(operands)
    if tooManyOperands || allOperands > Budget.mostPlaces
      || allNodes * Budget.bytesPerNode + allOperands * Budget.bytesPerOperand > limits.memory
    {
      throw .reached(.memory(limits.memory))
    }
  }

  /// Why a run stops before its end.
  enum Stop: Error {
    case reached(Limits.Reached)
    case interrupted
  }
}
