import Autodiff

extension Updating {
  /// Where a training stands between two steps: one value, so that a step reaches all of it at once.
  struct Standing {
    /// The parameters as they are now, and as they were before the last step; a step computes the
    /// one from the other, so that no list is made anew.
    private(set) var values: [Double]
    private(set) var before: [Double]
    /// The first state of all parameters, then the second, and so on.
    var states: [Double] = []
    var statesBefore: [Double] = []
    /// The last gradient, before and after clipping; without a clip the second is empty.
    private(set) var gradient: [Double]
    var clipped: [Double] = []
    /// The parameters before their weights were clipped.
    private(set) var unclipped: [Double] = []
    /// What the last step was made with.
    private(set) var last = LastStep()
    /// How many steps were made.
    private(set) var done = 0
    /// How many steps were made before any was taken back.
    private(set) var made = 0
    /// Whether the last step can be told and taken back.
    private(set) var hasLast = false

    /// What a step was made with, besides its gradient.
    struct LastStep {
      var loss = 0.0
      var settings = Settings.none
      var bounds: Settings?
      var weightBounds: Settings?
      var penalties = (l1: 0.0, l2: 0.0)
      var story: MethodStory?
    }

    /// Parameters of which none was changed.
    init(_ values: [Double]) {
      self.values = values
      before = values
      gradient = Array(repeating: 0, count: values.count)
    }

    /// What a step goes along.
    var slope: [Double] { clipped.isEmpty ? gradient : clipped }

    /// Takes a gradient and leaves the last one in its place.
    mutating func take(_ given: inout [Double]) { swap(&gradient, &given) }

    /// Makes what was now what is before the next step.
    mutating func exchange() {
      swap(&values, &before)
      swap(&states, &statesBefore)
    }

    /// Computes what is now from what was before, by a rule.
    mutating func move(by optimizer: Optimizer, _ settings: Settings) {
      exchange()
      if clipped.isEmpty {
        optimizer.update(
          from: before, statesBefore, gradient, to: &values, &states, step: done + 1, settings)
      } else {
        optimizer.update(
          from: before, statesBefore, clipped, to: &values, &states, step: done + 1, settings)
      }
    }

    /// Makes what was now what is before, and other numbers what is now.
    mutating func move(to next: [Double], states nextStates: [Double]) {
      exchange()
      (values, states) = (next, nextStates)
    }

    /// Puts clipped weights in the place of those a step led to.
    mutating func clipWeights(to clipped: [(places: Range<Int>, numbers: [Double])]) {
      unclipped = values
      for (places, numbers) in clipped { values.replaceSubrange(places, with: numbers) }
    }

    /// Counts a step, or takes it back if a parameter became nan or infinite: its place and value.
    mutating func finish(_ step: LastStep) -> (place: Int, value: Double)? {
      last = step
      if !Finite.areAll(values), let place = values.firstIndex(where: { !$0.isFinite }) {
        let value = values[place]
        exchange()
        return (place, value)
      }
      done += 1
      made = done
      hasLast = true
      return nil
    }

    /// Takes the last step back; a second time nothing happens.
    mutating func takeBack() {
      guard hasLast else { return }
      exchange()
      done -= 1
      hasLast = false
    }

    /// Puts other numbers in the place of the parameters.
    mutating func restore(_ values: [Double]) { self.values = values }

    /// Goes to other parameters and states after so many steps; there is no last step to tell.
    mutating func restore(
      _ values: [Double], states: [Double], done: Int, gradient: [Double]?
    ) {
      (self.values, before) = (values, values)
      (self.states, statesBefore) = (states, states)
      if let gradient { self.gradient = gradient }
      (self.done, made) = (done, done)
      hasLast = false
    }
  }
}
