/// An operator of a list of operands, or all elements of one from vector to vector.
final class ListRun: SweepRun {
  private let rule: Operator.VariadicBody
  private let routes: Bool
  /// The settings of each of the operations.
  private let settings: [Settings]
  private let rows: [Int32]
  /// Where each of the operations sends its parts of the gradient.
  private let targets: [[Int32]]
  /// All elements at once.
  private let elements: Operator.Elements?
  /// Lists that are used again and again.
  private var room: [Double] = []
  private var roomOfLanes: [Lanes] = []

  init(
    _ operation: Operator, _ rule: Operator.VariadicBody, _ settings: [Settings], _ rows: [Int32],
    _ targets: [[Int32]], _ elements: Operator.Elements?, _ operations: Range<Int>,
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
      arguments.removeAll(keepingCapacity: true)
      for row in rows { arguments.append(sweep.row(Int(row), lanes)[lane]) }
      if let elements {
        arguments.withUnsafeMutableBufferPointer { elements(UnsafeBufferPointer($0), $0) }
        for offset in 0..<operations.count { result[offset * lanes + lane] = arguments[offset] }
      } else {
        result[lane] = rule.value(arguments, settings[0])
      }
    }
  }

  override func sendBack(_ sweep: Sweep, _ lanes: Int) {
    for (place, operation) in operations.enumerated().reversed() {
      var next = 0
      while let chosen = ChosenLanes(
        from: &next, of: lanes,
        where: { lane in
          reach == .always || sweep.hasArrived(operation, lane, lanes)
        })
      {
        sendBack(sweep, operation, place, chosen, lanes)
      }
    }
  }

  /// Sends back through one operation in up to eight samples.
  private func sendBack(
    _ sweep: Sweep, _ operation: Int, _ place: Int, _ chosen: ChosenLanes, _ lanes: Int
  ) {
    let (upstream, value) = (sweep.adjoint(operation, lanes), sweep.result(operation, lanes))
    var bundles: [Lanes] = []
    swap(&bundles, &roomOfLanes)
    defer { swap(&bundles, &roomOfLanes) }
    bundles.removeAll(keepingCapacity: true)
    for row in rows { bundles.append(Lanes(sweep.row(Int(row), lanes), at: chosen)) }
    let locals = rule.derivativesOfLanes(bundles, Lanes(value, at: chosen), settings[place])
    for (offset, local) in locals.enumerated() {
      let target = Int(targets[place][offset])
      guard let local, target >= 0 else { continue }
      if reach == .always, !routes {
        let row = sweep.adjoint(target, lanes)
        for index in 0..<chosen.count {
          let lane = chosen[index]
          row[lane] = row[lane] + upstream[lane] * local[index]
        }
      } else {
        for index in 0..<chosen.count where !(routes && local[index] == 0) {
          let lane = chosen[index]
          sweep.send(upstream[lane] * local[index], to: target, lane, lanes)
        }
      }
    }
  }
}

/// Up to eight samples that are computed at once.
private struct ChosenLanes {
  private var lanes = InlineArray<8, Int>(repeating: 0)
  private(set) var count = 0

  /// The next of them from a lane on that fulfil a condition; nil if there are no more.
  init?(from next: inout Int, of all: Int, where isChosen: (Int) -> Bool) {
    while next < all, count < Lanes.count {
      if isChosen(next) {
        lanes[count] = next
        count += 1
      }
      next += 1
    }
    if count == 0 { return nil }
  }

  subscript(index: Int) -> Int { lanes[index] }

  /// Whether these are eight that follow one another.
  var isWhole: Bool { count == Lanes.count && lanes[count - 1] - lanes[0] == count - 1 }
}

extension Lanes {
  /// Numbers of a row, the last of them over and over behind it.
  fileprivate init(_ row: UnsafeMutablePointer<Double>, at chosen: ChosenLanes) {
    if chosen.isWhole {
      self.init(UnsafePointer(row + chosen[0]))
    } else {
      self.init { row[chosen[Swift.min($0, chosen.count - 1)]] }
    }
  }
}
