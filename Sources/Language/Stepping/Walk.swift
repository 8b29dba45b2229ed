import Autodiff
import Reporting

/// A walk through both passes of a tape, one step at a time, forward and back.
///
/// A stop is a node of the forward pass, or one product of the backward pass. What a stop computes
/// is shown only after it has been asked for, so that it can be predicted.
public struct Walk {
  /// A stop of the walk.
  struct Stop: Equatable {
    /// Which pass it belongs to.
    var isBackward: Bool
    /// The step of that pass, from 0.
    var step: Int
    /// The product within the step, from 0; a step of the forward pass has one.
    var part: Int
  }

  let pass: Pass
  let presenter: TextPresenter
  /// Whether nodes without a name are stops of their own.
  var isUnfolded: Bool
  var forward: ForwardText
  var backward: BackwardText
  /// The learner's own numbers, where they were not the true ones.
  var own: LearnerNumbers
  /// The stop whose result is asked for next; nil after the last.
  var stop: Stop?

  /// A walk that stands before the first step.
  public init(_ pass: Pass, _ presenter: TextPresenter) {
    self.pass = pass
    self.presenter = presenter
    isUnfolded = pass.isUnfolded
    forward = ForwardText(pass, presenter)
    backward = BackwardText(pass, presenter)
    own = LearnerNumbers(pass, backward.folding)
    stop = firstStop
  }

  /// Whether every step has been taken.
  public var isAtEnd: Bool { stop == nil }

  /// Where the walk begins; nil if there is nothing to compute.
  var firstStop: Stop? {
    if !forward.folding.forwardNodes.isEmpty { return Stop(isBackward: false, step: 0, part: 0) }
    return backward.folding.backwardNodes.isEmpty ? nil : Stop(isBackward: true, step: 0, part: 0)
  }

  /// The node a stop belongs to.
  func node(of stop: Stop) -> NodeID {
    stop.isBackward
      ? backward.folding.backwardNodes[stop.step] : forward.folding.forwardNodes[stop.step]
  }

  /// How many products a step of the backward pass has.
  private func parts(of step: Int) -> Int {
    let node = backward.folding.backwardNodes[step]
    return max(
      1, backward.folding.backwardStep(of: node, pass.tape, in: pass.graph).contributions.count)
  }

  // MARK: Moves

  /// Goes on to the next stop.
  public mutating func advance() {
    guard let here = stop else { return }
    if !here.isBackward {
      if here.step + 1 < forward.folding.forwardNodes.count {
        stop = Stop(isBackward: false, step: here.step + 1, part: 0)
      } else {
        stop =
          backward.folding.backwardNodes.isEmpty ? nil : Stop(isBackward: true, step: 0, part: 0)
      }
    } else if here.part + 1 < parts(of: here.step) {
      stop = Stop(isBackward: true, step: here.step, part: here.part + 1)
    } else {
      let next = here.step + 1
      stop =
        next < backward.folding.backwardNodes.count
        ? Stop(isBackward: true, step: next, part: 0) : nil
    }
  }

  /// Goes back one stop; stays at the first.
  public mutating func goBack() {
    guard let here = stop else {
      goToEnd()
      return
    }
    if here.isBackward, here.part > 0 {
      stop = Stop(isBackward: true, step: here.step, part: here.part - 1)
    } else if here.isBackward, here.step > 0 {
      stop = Stop(isBackward: true, step: here.step - 1, part: parts(of: here.step - 1) - 1)
    } else if here.isBackward {
      let last = forward.folding.forwardNodes.count - 1
      if last >= 0 { stop = Stop(isBackward: false, step: last, part: 0) }
    } else if here.step > 0 {
      stop = Stop(isBackward: false, step: here.step - 1, part: 0)
    }
  }

  /// Goes to the first stop.
  public mutating func goToStart() { stop = firstStop }

  /// Goes to the last stop.
  public mutating func goToEnd() {
    let last = backward.folding.backwardNodes.count - 1
    if last >= 0 {
      stop = Stop(isBackward: true, step: last, part: parts(of: last) - 1)
    } else if !forward.folding.forwardNodes.isEmpty {
      stop = Stop(isBackward: false, step: forward.folding.forwardNodes.count - 1, part: 0)
    }
  }

  /// Goes on to the next step whose node is accepted, from the start again if there is none ahead;
  /// false if there is none at all.
  mutating func go(where accepts: (NodeID) -> Bool) -> Bool {
    let forwardNodes = forward.folding.forwardNodes
    let backwardNodes = backward.folding.backwardNodes
    let all = forwardNodes.count + backwardNodes.count
    guard all > 0 else { return false }
    let here = stop.map { $0.step + ($0.isBackward ? forwardNodes.count : 0) } ?? all - 1
    for distance in 1...all {
      let place = (here + distance) % all
      let isBackward = place >= forwardNodes.count
      let step = isBackward ? place - forwardNodes.count : place
      if accepts(isBackward ? backwardNodes[step] : forwardNodes[step]) {
        stop = Stop(isBackward: isBackward, step: step, part: 0)
        return true
      }
    }
    return false
  }

  /// Goes on to the next stop where a condition holds; false, without moving, if there is none.
  mutating func go(until condition: Condition) -> Bool {
    guard let here = stop else { return false }
    if !here.isBackward {
      let nodes = forward.folding.forwardNodes
      for step in nodes.indices.dropFirst(here.step + 1)
      where condition.holds(pass.tape.value(of: nodes[step]), nil) {
        stop = Stop(isBackward: false, step: step, part: 0)
        return true
      }
    }
    let nodes = backward.folding.backwardNodes
    for step in nodes.indices.dropFirst(here.isBackward ? here.step + 1 : 0) {
      let (value, gradient) = (
        pass.tape.value(of: nodes[step]), pass.tape.gradient(at: nodes[step])
      )
      if condition.holds(value, gradient) {
        stop = Stop(isBackward: true, step: step, part: 0)
        return true
      }
    }
    return false
  }

  /// Makes every operation a stop of its own, or folds them into named nodes again.
  mutating func setUnfolded(_ isUnfolded: Bool) {
    guard isUnfolded != self.isUnfolded else { return }
    let here = stop
    let node = here.map(self.node(of:))
    let nodeBefore = here.flatMap { here in
      here.isBackward || here.step == 0 ? nil : forward.folding.forwardNodes[here.step - 1]
    }
    var changed = pass
    changed.isUnfolded = isUnfolded
    self = Walk(changed, presenter)
    guard let here, let node else {
      stop = nil
      return
    }
    let step: Int?
    if here.isBackward {
      // A node that is folded away is part of one that was computed after it.
      step = backward.folding.backwardNodes.lastIndex { $0 >= node }
    } else if isUnfolded {
      // What is unfolded begins with its innermost operation.
      step = nodeBefore.map { before in
        forward.folding.forwardNodes.firstIndex { $0 > before } ?? 0
      }
    } else {
      step = forward.folding.forwardNodes.firstIndex { $0 >= node }
    }
    if let step { stop = Stop(isBackward: here.isBackward, step: step, part: 0) }
  }
}
