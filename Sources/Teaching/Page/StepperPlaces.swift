import Autodiff
import Language
import Pictures
import Reporting

/// Where each stop of a walk is in its picture.
struct StepperPlaces {
  /// A stop, told in places of boxes and arrows.
  struct Stop {
    var isBackward: Bool
    /// The boxes of its node.
    var boxes: [Int]
    /// The boxes of what goes in, or of what something flows back to.
    var operands: [Int] = []
    /// The arrows in use.
    var arrows: [Int] = []
    /// The values and gradients that are known from here on.
    var values: [(box: Int, number: Double)] = []
    var gradients: [(box: Int, number: Double)] = []
    /// The arrows whose labels change, and how many contributions they tell of from here on.
    var labels: [(arrow: Int, count: Int)] = []
  }

  /// The stops.
  private(set) var stops: [Stop] = []
  /// The boxes of each node that has several; a number is told of the first of them alone.
  let same: [[Int]]
  /// The boxes whose values are not known at first.
  let waiting: [Int]
  /// The boxes whose gradients are not known at first.
  let reached: [Int]

  init(_ walk: RecordedWalk, _ picture: GraphPicture) {
    var boxes: [NodeID: [Int]] = [:]
    for (index, box) in picture.boxes.enumerated() {
      if let node = box.node { boxes[node, default: []].append(index) }
    }
    same = boxes.values.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
    var arrows: [NodeID: [Int]] = [:]
    for (index, arrow) in picture.arrows.enumerated() {
      if let node = picture.boxes[arrow.to].node { arrows[node, default: []].append(index) }
    }
    let computed = walk.steps.flatMap { boxes[$0.node] ?? [] }
    waiting = walk.passes == .backward ? [] : computed
    reached = picture.boxes.indices.filter { picture.boxes[$0].gradient != nil }
    var counts = picture.arrows.map { _ in 0 }
    for said in walk.stops {
      var stop = Stop(isBackward: said.isBackward, boxes: boxes[said.node] ?? [])
      let operands = Set(said.operands)
      stop.arrows = (arrows[said.node] ?? []).filter { arrow in
        guard let node = picture.boxes[picture.arrows[arrow].from].node else { return false }
        return operands.contains(node)
      }
      stop.operands = stop.arrows.map { picture.arrows[$0].from }
      stop.values = said.values.flatMap { known in
        (boxes[known.node] ?? []).prefix(1).map { (box: $0, number: known.number) }
      }
      stop.gradients = said.gradients.flatMap { known in
        (boxes[known.node] ?? []).prefix(1).map { (box: $0, number: known.number) }
      }
      if said.isBackward {
        for arrow in stop.arrows {
          counts[arrow] += 1
          stop.labels.append((arrow, counts[arrow]))
        }
      }
      stops.append(stop)
    }
  }
}

extension GraphPicture {
  /// A picture of the steps of a walk, with room for every number that its stops show.
  init(_ walk: RecordedWalk) {
    let steps = walk.steps.map { step in
      Step(
        node: step.node, definition: step.definition.text(FormulaStyle(.names)),
        uses: step.uses.map { use in
          let sent = use.sent.map { Sent(local: $0.local, contribution: $0.contribution) }
          return (operand: use.operand, sent: sent)
        },
        isReached: step.isReached, hiddenOperands: step.hiddenOperands)
    }
    let picture = GraphPicture(
      steps: steps, tape: walk.pass.tape, graph: walk.pass.graph, title: walk.pass.name,
      showsGradients: walk.passes != .forward)
    var room: [NodeID: Int] = [:]
    for known in walk.stops.flatMap(\.gradients) {
      let columns = walk.numbers.text(known.number).utf8.count
      room[known.node] = max(room[known.node] ?? 0, columns)
    }
    self = picture.keepingRoom(picture.boxes.map { box in box.node.flatMap { room[$0] } ?? 0 })
  }
}
