import Autodiff
import Language
import Pictures
import Reporting

/// A recorded walk as part of a page: the picture, the list of all stops, and the record from which
/// the page's script shows one stop at a time.
struct Stepper {
  private let walk: RecordedWalk
  private let picture: GraphPicture
  private let name: String
  /// The boxes of each node; a number of the program has one for each of its users.
  private let boxes: [NodeID: [Int]]

  /// The most stops that a page holds of one walk.
  static let mostStops = 200

  /// `name` is one that nothing else on the page has.
  init(_ walk: RecordedWalk, name: String) {
    self.walk = walk
    self.name = name
    let picture = GraphPicture(tape: walk.pass.tape, graph: walk.pass.graph, title: walk.pass.name)
    var boxes: [NodeID: [Int]] = [:]
    for (index, box) in picture.boxes.enumerated() {
      if let node = box.node { boxes[node, default: []].append(index) }
    }
    self.boxes = boxes
    var room = picture.boxes.map { _ in 0 }
    for stop in walk.stops {
      for known in stop.gradients {
        let columns = walk.numbers.text(known.number).utf8.count
        for box in boxes[known.node] ?? [] { room[box] = max(room[box], columns) }
      }
    }
    self.picture = picture.keepingRoom(room)
  }

  /// The part of the page.
  var html: HTML {
    let svg = HTML(trusting: picture.svgForPage(numbers: walk.numbers, name: name))
    return """
      <figure class="stepper" role="group" aria-label="Steps of \(walk.pass.name)">
      <figcaption>\(title)</figcaption>
      <div class="controls" hidden>
      <button type="button" data-go="start">⇤ Start</button>
      <button type="button" data-go="back">← Back</button>
      <button type="button" data-go="next">Next →</button>
      <button type="button" data-go="end">End ⇥</button>
      <button type="button" data-go="list" aria-expanded="false">All steps</button>
      </div>
      <p class="hint" hidden>Keys: → or Enter, ←, Home, End. A thick frame is where the step is, \
      a dashed one where something arrives.</p>
      <div class="now lines" aria-live="polite"></div>
      <div class="picture">
      \(svg)</div>
      <ol class="steps">
      \(walk.stops.map(item).joined())</ol>
      \(omission)<pre class="output results">\(HTML.text(of: walk.results))</pre>
      <script type="application/json">\(HTML(data: record))</script>
      </figure>

      """
  }

  private var title: HTML {
    let passes =
      switch walk.passes {
      case .forward: "forward, from the leaves to the result"
      case .backward: "backward, from the result back to the leaves"
      case .both: "forward, and back"
      }
    return "<span class=\"name\">\(walk.pass.name)</span>, step by step: \(passes)"
  }

  private func item(_ stop: RecordedWalk.Stop) -> HTML {
    let phase = stop.isBackward ? "backward" : "forward"
    let lines = stop.lines.map { line -> HTML in
      let name: HTML =
        switch line.kind {
        case .head: "said said-head"
        case .formula: "said said-formula"
        case .numbers: "said said-numbers"
        case .sum: "said said-sum"
        }
      return HTML.lines(line.text, class: name)
    }
    return """
      <li class="lines">
      <div class="where">\(phase), step \(stop.step) of \(stop.steps)</div>
      \(lines.joined())</li>

      """
  }

  private var omission: HTML {
    guard walk.omittedSteps > 0 else { return "" }
    return """
      <p class="muted">… \(walk.omittedSteps) more steps are not in this page; \
      <code>gradus step</code> walks through all of them.</p>

      """
  }

  // MARK: The record

  /// What the script shows: texts and places alone.
  private var record: JSONValue {
    let hidesValues = walk.passes != .backward
    let computed = picture.boxes.indices.filter { picture.boxes[$0].kind == .computed }
    let reached = picture.boxes.indices.filter { picture.boxes[$0].gradient != nil }
    let values = hidesValues ? computed : []
    let gradients = reached
    let waiting = walk.passes == .backward ? [] : computed
    return .object([
      ("waiting", indices(waiting)),
      ("values", .array(values.map { pair($0, "?") })),
      ("gradients", .array(gradients.map { pair($0, "…") })),
      ("stops", .array(walk.stops.map(record))),
    ])
  }

  private func record(of stop: RecordedWalk.Stop) -> JSONValue {
    let arrows = stop.links.flatMap(arrows)
    return .object([
      ("back", .bool(stop.isBackward)), ("at", indices(boxes[stop.node] ?? [])),
      ("folded", indices(stop.folded.flatMap { boxes[$0] ?? [] })),
      ("to", indices(boxes(of: stop.operands, among: arrows))),
      ("arrows", indices(arrows)),
      ("values", numbers(stop.values)), ("gradients", numbers(stop.gradients)),
    ])
  }

  private func arrows(of link: RecordedWalk.Link) -> [Int] {
    picture.arrows.indices.filter { index in
      let arrow = picture.arrows[index]
      return picture.boxes[arrow.from].node == link.operand
        && picture.boxes[arrow.to].node == link.user
    }
  }

  /// The boxes of operands; of those with several boxes, the ones that the arrows lead from.
  private func boxes(of operands: [NodeID], among arrows: [Int]) -> [Int] {
    let sources = Set(arrows.map { picture.arrows[$0].from })
    return operands.flatMap { (boxes[$0] ?? []).filter(sources.contains) }
  }

  private func numbers(_ known: [RecordedWalk.Known]) -> JSONValue {
    .array(
      known.flatMap { known in
        (boxes[known.node] ?? []).map { pair($0, walk.numbers.text(known.number)) }
      })
  }

  private func pair(_ box: Int, _ text: String) -> JSONValue {
    .array([.integer(box), .string(text)])
  }

  private func indices(_ indices: [Int]) -> JSONValue {
    .array(indices.map { .integer($0) })
  }
}
