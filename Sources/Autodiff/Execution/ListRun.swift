/// An operator of a list of operands, or all elements of one from vector to vector.
final class ListRun: SweepRun {
  typealias Elements = @Sendable (_ operands: [Double], _ settings: Settings) -> [Double]

  private let rule: Operator.VariadicBody
  private let routes: Bool
  /// The settings of each of the operations.
  private let settings: [Settings]
  private let rows: [Int32]
  /// Where each of the operations sends its parts of the gradient.
  private let targets: [[Int32]]
  /// All elements at once.
  private let elements: Elements?
  /// Lists that are used again and again.
  private var room: [Double] = []
  private var roomOfLanes: [Lanes] = []

  init(
    _ operation: Operator, _ rule: Operator.VariadicBody, _ settings: [Settings], _ rows: [Int32],
    _ targets: [[Int32]], _ elements: Elements?, _ operations: Range<Int>,
    _ reach: SweepPlan.Reach
  ) {
    self.rule = rule
    routes = operation.routes
    self.settings = settings
    self.rows = rows
    self.targets = targets
    self.elements = elements
    super.init(operations, reach)
  }

  override func compute(_ sweep: Sweep, _ lanes: Int) {
    let result = sweep.result(operations.lowerBound, lanes)
    var arguments: [Double] = []
    swap(&arguments, &room)
    defer { swap(&arguments, &room) }
    for lane in 0..<lanes {
      collect(&arguments, sweep, lane, lanes)
      if let elements {
        for (offset, element) in elements(arguments, settings[0]).enumerated() {
          result[offset * lanes + lane] = element
        }
      } else {
        result[lane] = rule.value(arguments, settings[0])
      }
    }
  }

  private func collect(
    _ arguments: inout [Double], _ sweep: Sweep, _ lane: Int, _ lanes: Int
  ) {
    arguments.removeAll(keepingCapacity: true)
    for row in rows { arguments.append(sweep.row(Int(row), lanes)[lane]) }
  }

  override func sendBack(_ sweep: Sweep, _ lanes: Int) {
    for (place, operation) in operations.enumerated().reversed() {
      if reach == .always {
        sendBackEight(sweep, operation, place, lanes)
      } else {
        sendBackWhereReached(sweep, operation, place, lanes)
      }
    }
  }

  /// Sends back in all samples, eight at a time.
  private func sendBackEight(_ sweep: Sweep, _ operation: Int, _ place: Int, _ lanes: Int) {
    let (upstream, value) = (sweep.adjoint(operation, lanes), sweep.result(operation, lanes))
    var bundles: [Lanes] = []
    swap(&bundles, &roomOfLanes)
    defer { swap(&bundles, &roomOfLanes) }
    for start in stride(from: 0, to: lanes, by: Lanes.count) {
      let last = min(start + Lanes.count, lanes) - 1
      bundles.removeAll(keepingCapacity: true)
      for row in rows { bundles.append(Lanes(sweep.row(Int(row), lanes), from: start, to: last)) }
      let locals = rule.derivativesOfLanes(
        bundles, Lanes(value, from: start, to: last), settings[place])
      for (offset, local) in locals.enumerated() {
        let target = Int(targets[place][offset])
        guard let local, target >= 0 else { continue }
        if routes {
          for lane in start...last where local[lane - start] != 0 {
            sweep.send(upstream[lane] * local[lane - start], to: target, lane, lanes)
          }
        } else {
          let row = sweep.adjoint(target, lanes)
          for lane in start...last { row[lane] = row[lane] + upstream[lane] * local[lane - start] }
        }
      }
    }
  }

  /// Sends back in the samples in which anything has come.
  private func sendBackWhereReached(
    _ sweep: Sweep, _ operation: Int, _ place: Int, _ lanes: Int
  ) {
    let (upstream, value) = (sweep.adjoint(operation, lanes), sweep.result(operation, lanes))
    var arguments: [Double] = []
    swap(&arguments, &room)
    defer { swap(&arguments, &room) }
    for lane in 0..<lanes where sweep.hasArrived(operation, lane, lanes) {
      collect(&arguments, sweep, lane, lanes)
      let locals = rule.derivatives(arguments, value[lane], settings[place])
      for (offset, local) in locals.enumerated() {
        let target = Int(targets[place][offset])
        guard let local, target >= 0, !(routes && local == 0) else { continue }
        sweep.send(upstream[lane] * local, to: target, lane, lanes)
      }
    }
  }
}

extension Lanes {
  /// Numbers of a row, the last of them over and over behind it.
  fileprivate init(_ row: UnsafeMutablePointer<Double>, from first: Int, to last: Int) {
    if last - first == Lanes.count - 1 {
      self.init(UnsafePointer(row + first))
    } else {
      self.init { row[Swift.min(first + $0, last)] }
    }
  }
}
