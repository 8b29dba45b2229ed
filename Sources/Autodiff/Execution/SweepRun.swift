/// Operations of one kind that follow one another and do not read each other's results: one loop
/// over all of them and all samples.
class SweepRun {
  /// Which operations of the circuit these are.
  let operations: Range<Int>
  /// Whether and when a gradient is sent back through them.
  let reach: SweepPlan.Reach

  init(_ operations: Range<Int>, _ reach: SweepPlan.Reach) {
    self.operations = operations
    self.reach = reach
  }

  /// Computes the results of all samples.
  func compute(_ sweep: Sweep, _ lanes: Int) {}

  /// Sends what has come back to the results on to the operands.
  func sendBack(_ sweep: Sweep, _ lanes: Int) {}
}

/// Operations of one operand.
final class UnaryRun: SweepRun {
  private let kernel: UnaryKernel
  private let settings: Settings
  private let x: SweepPlan.Port
  private let isEven: Bool

  /// - Parameter isEven: whether the operations can be computed as one.
  init(
    _ kernel: UnaryKernel, _ settings: Settings, _ x: SweepPlan.Port, isEven: Bool,
    _ operations: Range<Int>, _ reach: SweepPlan.Reach
  ) {
    self.kernel = kernel
    self.settings = settings
    self.x = x
    self.isEven = isEven
    super.init(operations, reach)
  }

  override func compute(_ sweep: Sweep, _ lanes: Int) {
    let first = operations.lowerBound
    guard !isEven else {
      return kernel.values(
        operations.count * lanes, sweep.row(x.row, lanes), sweep.result(first, lanes), settings)
    }
    for index in operations.indices {
      kernel.values(
        lanes, sweep.row(x.row + (index - first) * x.step, lanes), sweep.result(index, lanes),
        settings)
    }
  }

  override func sendBack(_ sweep: Sweep, _ lanes: Int) {
    guard reach == .always else { return sweep.sendBackWhereReached(operations) }
    guard x.target >= 0 else { return }
    let first = operations.lowerBound
    guard !isEven else {
      return kernel.sendBack(
        operations.count * lanes, sweep.row(x.row, lanes), sweep.result(first, lanes),
        sweep.adjoint(first, lanes), sweep.adjoint(x.target, lanes), settings)
    }
    for index in operations.reversed() {
      let offset = index - first
      kernel.sendBack(
        lanes, sweep.row(x.row + offset * x.step, lanes), sweep.result(index, lanes),
        sweep.adjoint(index, lanes), sweep.adjoint(x.target + offset * x.targetStep, lanes),
        settings)
    }
  }
}

/// Operations of two operands.
final class BinaryRun: SweepRun {
  private let kernel: BinaryKernel
  private let settings: Settings
  private let a: SweepPlan.Port
  private let b: SweepPlan.Port
  private let isEven: Bool

  /// - Parameter isEven: whether the operations can be computed as one.
  init(
    _ kernel: BinaryKernel, _ settings: Settings, _ a: SweepPlan.Port, _ b: SweepPlan.Port,
    isEven: Bool, _ operations: Range<Int>, _ reach: SweepPlan.Reach
  ) {
    self.kernel = kernel
    self.settings = settings
    self.a = a
    self.b = b
    self.isEven = isEven
    super.init(operations, reach)
  }

  override func compute(_ sweep: Sweep, _ lanes: Int) {
    let (calls, count) = calls(lanes)
    for call in 0..<calls {
      kernel.values(
        count, sweep.row(a.row + call * a.step, lanes), sweep.row(b.row + call * b.step, lanes),
        sweep.result(operations.lowerBound + call, lanes), settings)
    }
  }

  override func sendBack(_ sweep: Sweep, _ lanes: Int) {
    guard reach == .always else { return sweep.sendBackWhereReached(operations) }
    let (calls, count) = calls(lanes)
    for call in (0..<calls).reversed() {
      let (x, y) = (
        sweep.row(a.row + call * a.step, lanes), sweep.row(b.row + call * b.step, lanes)
      )
      let result = sweep.result(operations.lowerBound + call, lanes)
      let upstream = sweep.adjoint(operations.lowerBound + call, lanes)
      if a.target >= 0 {
        kernel.sendBackA(
          count, x, y, result, upstream, sweep.adjoint(a.target + call * a.targetStep, lanes),
          settings)
      }
      if b.target >= 0 {
        kernel.sendBackB(
          count, x, y, result, upstream, sweep.adjoint(b.target + call * b.targetStep, lanes),
          settings)
      }
    }
  }

  private func calls(_ lanes: Int) -> (calls: Int, count: Int) {
    isEven ? (1, operations.count * lanes) : (operations.count, lanes)
  }
}
