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

  /// The most stops that a page holds of one walk, but for those of its first step back.
  static let mostStops = 600
  /// A picture longer than this, in pixels, is not printed: its letters would be too small.
  private static let longestPrinted = 2400

  /// `name` is one that nothing else on the page has.
  init(_ walk: RecordedWalk, name: String) {
    self.walk = walk
    self.name = name
    picture = GraphPicture(walk)
  }

  /// The part of the page.
  var html: HTML {
    let shown = picture.picture(numbers: walk.numbers, name: name, isLive: true)
    let isVast = max(shown.width, shown.height) > Self.longestPrinted
    let kind = isVast ? "stepper vast" : "stepper"
    return """
      <figure class="\(kind)" role="group" \
      aria-label="Steps of \(walk.pass.name)">
      <figcaption>\(title)</figcaption>
      <div class="side">
      <div class="controls" hidden>
      <button type="button" data-go="start">⇤ Start</button>
      <button type="button" data-go="back">← Back</button>
      <button type="button" data-go="next">Next →</button>
      <button type="button" data-go="end">End ⇥</button>
      <button type="button" data-go="list" aria-expanded="false">All steps</button>
      <input type="range" min="0" max="\(walk.stops.count)" value="0" aria-label="stop">
      </div>
      <div class="now lines" aria-live="polite"></div>
      <div class="begin lines">\(beginning)</div>
      </div>
      <div class="picture">
      \(HTML(trusting: shown.svg))</div>
      <p class="legend">\(shown.caption) \(hint)</p>
      \(omission)<ol class="steps">
      \(items.joined())</ol>
      <pre class="output results">\(HTML.text(of: walk.results))</pre>
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

  /// What is known before the first stop.
  private var beginning: HTML {
    let known =
      walk.passes == .backward
      ? "The forward pass is done: every value is known, and no gradient yet."
      : "What is given is known, and nothing is computed yet."
    let count = walk.stops.count == 1 ? "1 stop" : "\(walk.stops.count) stops"
    return """
      <div class="where"><span class="count">Before the first of \(count)</span></div>
      <div>\(known)</div>

      """
  }

  private var hint: HTML {
    """
    <span class="hint" hidden>A thick frame is where the step is; a dashed blue one where \
    something arrives. A click on a box goes on to its next step, one in the list to that step. \
    Keys: → or n next, ← or b back, Home or s first, End or e last; Enter is next too, unless \
    a button or a step of the list has the focus.</span>
    """
  }

  private var items: [HTML] {
    walk.stops.enumerated().map { place, stop in item(stop, place + 1) }
  }

  private func item(_ stop: RecordedWalk.Stop, _ place: Int) -> HTML {
    let lines = stop.lines.map { line -> HTML in
      let name: HTML =
        switch line.kind {
        case .head: "said said-head"
        case .formula: "said said-formula"
        case .numbers: "said said-numbers"
        case .sum: "said said-sum"
        case .rest: "said said-rest"
        }
      return HTML.lines(line.text, class: name)
    }
    return """
      <li class="lines">
      <div class="where"><span class="count">\(place) of \(walk.stops.count)</span> \
      <span class="phase">\(phase(of: stop))</span></div>
      \(lines.joined())\(arrival(at: stop))</li>

      """
  }

  private func phase(of stop: RecordedWalk.Stop) -> String {
    let step = "\(stop.isBackward ? "backward" : "forward"), step \(stop.step) of \(stop.steps)"
    guard stop.isBackward, stop.part > 0 else {
      return stop.isBackward && stop.step == 1 ? step + ": where it begins" : step
    }
    return stop.parts > 1 ? step + ", product \(stop.part) of \(stop.parts)" : step
  }

  /// Whether a gradient is complete, or what else has yet to arrive there.
  private func arrival(at stop: RecordedWalk.Stop) -> HTML {
    guard let arrival = stop.arrival else { return "" }
    let words: String
    switch arrival.count {
    case nil: words = "more may arrive at \(arrival.target) in steps that are not in this page"
    case 1: words = "\(arrival.target) is complete: nothing else arrives there"
    case 2 where arrival.index == 2:
      words = "\(arrival.target) is complete: both contributions have arrived"
    case arrival.index?:
      words = "\(arrival.target) is complete: all \(arrival.index) contributions have arrived"
    case let count?:
      words = "\(arrival.target) is not complete: \(arrival.index) of \(count) contributions so far"
    }
    return "<div class=\"arrival\">\(words)</div>\n"
  }

  private var omission: HTML {
    guard walk.earlierSteps > 0 else { return "" }
    return """
      <p class="muted">The \(walk.earlierSteps) steps before these, and their way back, are not in \
      this page; what they computed is given here. <code>gradus step</code> walks through all of \
      them.</p>

      """
  }

  // MARK: The record

  /// What the script shows: texts and places alone.
  private var record: JSONValue {
    let places = StepperPlaces(walk, picture)
    return .object([
      ("same", .array(places.same.map(indices))), ("waiting", indices(places.waiting)),
      ("values", .array(places.waiting.map { pair($0, "?") })),
      ("gradients", .array(places.reached.map { pair($0, "…") })),
      ("stops", .array(places.stops.map(record))),
    ])
  }

  private func record(of stop: StepperPlaces.Stop) -> JSONValue {
    .object([
      ("back", .bool(stop.isBackward)), ("at", indices(stop.boxes)),
      ("to", indices(stop.operands)), ("arrows", indices(stop.arrows)),
      ("values", .array(stop.values.map { pair($0, walk.numbers.text($1)) })),
      ("gradients", .array(stop.gradients.map { pair($0, walk.numbers.text($1)) })),
      ("labels", .array(stop.labels.map(record))),
    ])
  }

  private func record(of label: (arrow: Int, count: Int)) -> JSONValue {
    let words = picture.label(of: label.arrow, after: label.count, numbers: walk.numbers)
    return .array([
      .integer(label.arrow), .string(words?.factor ?? ""), .string(words?.sent ?? ""),
    ])
  }

  private func pair(_ box: Int, _ text: String) -> JSONValue {
    .array([.integer(box), .string(text)])
  }

  private func indices(_ indices: [Int]) -> JSONValue {
    .array(indices.map { .integer($0) })
  }
}
