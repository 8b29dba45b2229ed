import Autodiff
import Reporting

/// Finds the places where an operator has no derivative, by asking its own rule.
struct ReferenceKinks {
  private let operation: Operator
  private let operands: [String]

  /// The numbers between which kinks of one operand are looked for.
  private static let range = -8.0...8.0
  /// How many are listed.
  private static let most = 4
  /// How many intervals are looked at before giving up.
  private static let effort = 20_000

  init(of operation: Operator, operands: [String]) {
    self.operation = operation
    self.operands = operands
  }

  /// Where they are; nil if there are none to be found.
  var words: String? {
    switch operation.arrangement {
    case .elementwise(1): return onLine
    case .elementwise(2): return onPlane
    case .elementwise, .pair, .all, .row, .elementOfRow: return nil
    }
  }

  private func hasKink(_ box: ClosedRange<Double>...) -> Bool {
    operation.hasKink(box, operation.defaultSettings)
  }

  private var onLine: String? {
    let places = search()
    guard !places.isEmpty else { return nil }
    let nearest = places.sorted { (abs($0), $0) < (abs($1), $1) }.prefix(Self.most).sorted()
    let list = nearest.map { NumberStyle().text($0) }.joined(separator: ", ")
    return "\(operands[0]) = \(list)" + (places.count > Self.most ? ", and so on" : "")
  }

  /// The kinks on the line: the intervals that have one are halved until they are points.
  private func search() -> [Double] {
    var open = [Self.range]
    var found: Set<Double> = []
    var looked = 0
    while let interval = open.popLast(), looked < Self.effort {
      looked += 1
      guard hasKink(interval) else { continue }
      let (low, high) = (interval.lowerBound, interval.upperBound)
      let middle = low + (high - low) / 2
      if high - low < 1e-9 {
        found.insert((middle * 1e6).rounded() / 1e6)
      } else {
        open += [low...middle, middle...high]
      }
    }
    return Array(found)
  }

  /// The kinks of two operands, where they follow a rule that can be said in a word.
  private var onPlane: String? {
    let (a, b) = (operands[0], operands[1])
    let some = [-2.0, -1, -0.5, 0, 0.5, 1, 2]
    let pairs = some.flatMap { x in some.map { (x, $0) } }
    let kinks = pairs.filter { hasKink($0.0...$0.0, $0.1...$0.1) }
    if kinks.isEmpty { return nil }
    if kinks.count == some.count, kinks.allSatisfy({ $0.0 == $0.1 }) { return "\(a) = \(b)" }
    if kinks.count == some.count, kinks.allSatisfy({ $0.0 == 0 }) { return "\(a) = 0" }
    if kinks.count == some.count, kinks.allSatisfy({ $0.1 == 0 }) { return "\(b) = 0" }
    if kinks.count == 1, kinks[0] == (0, 0) { return "\(a) = \(b) = 0" }
    return nil
  }
}
