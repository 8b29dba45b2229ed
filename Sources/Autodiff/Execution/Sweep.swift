import CSweep

/// A circuit at work on many samples at once: the numbers it is given, those it computes, and the
/// gradients that gather.
///
/// A sample is a lane: every quantity is a row with a number for each of them. No sum is reordered,
/// neither that of a sample nor that of a gradient over samples, which is added as a tape of one
/// sample after another would add it, the last first; so the bits are those of the tape, whatever
/// the number of lanes.
public final class Sweep {
  /// What is computed.
  public let circuit: Circuit
  /// How many samples it has room for.
  public let capacity: Int
  /// How many samples are computed at once now.
  public var lanes: Int { samples }
  private var samples = 0

  let plan: SweepPlan
  /// A row for each place that is not a parameter, then for the parameters that have one.
  let values: UnsafeMutablePointer<Double>
  /// A row of what has come back to each operation, then to each reading of a parameter.
  let adjoints: UnsafeMutablePointer<Double>
  /// Where the gradient comes in some samples only: whether it came.
  let arrived: UnsafeMutablePointer<Bool>?
  let parameters: UnsafeMutablePointer<Double>
  let gathered: UnsafeMutablePointer<Double>
  /// Whether anything has come to each parameter.
  let isReached: UnsafeMutablePointer<Bool>
  /// Inputs of layers, sample by sample.
  let columns: UnsafeMutablePointer<Double>
  /// Where the uses of all weights are found with as many lanes as there are now.
  let uses: UnsafeMutablePointer<sweep_use>
  /// The runs of the plan, which keeps them, first to last and last to first.
  let runs: [Unmanaged<SweepRun>]
  let runsBack: [Unmanaged<SweepRun>]
  private var areRowsOfParametersOld = true

  /// A circuit with the numbers it was cut out with, and room for so many samples.
  public init(_ circuit: Circuit, capacity: Int = 1) {
    self.circuit = circuit
    self.capacity = max(capacity, 1)
    plan = SweepPlanner.plan(circuit)
    firstResult = circuit.firstOperation - circuit.parameterCount
    runs = plan.runs.map(Unmanaged.passUnretained)
    runsBack = plan.runs.filter { $0.reach != .never }.map(Unmanaged.passUnretained).reversed()
    let operations = circuit.operations.count
    // Of a single sample whole registers are read, with what stands behind its last row.
    values = Sweep.room(sweep_padded(plan.rowCount(circuit) * self.capacity) + 8, 0)
    adjoints = Sweep.room((operations + plan.slots.count) * self.capacity, Sweep.nothing)
    arrived =
      plan.reach.contains(.sometimes) ? Sweep.room(operations * self.capacity, false) : nil
    parameters = Sweep.room(circuit.parameterCount, 0)
    gathered = Sweep.room(circuit.parameterCount, Sweep.nothing)
    isReached = Sweep.room(circuit.parameterCount, false)
    columns = Sweep.room(plan.columns * self.capacity, 0)
    uses = Sweep.room(plan.weightUses.count, sweep_use(upstream: adjoints, inputs: columns))
    begin(lanes: 1)
    clearGradient()
    give(circuit.start[..<circuit.givenCount])
  }

  deinit {
    values.deallocate()
    adjoints.deallocate()
    arrived?.deallocate()
    parameters.deallocate()
    gathered.deallocate()
    isReached.deallocate()
    columns.deallocate()
    uses.deallocate()
  }

  private static func room<T>(_ count: Int, _ value: T) -> UnsafeMutablePointer<T> {
    let room = UnsafeMutablePointer<T>.allocate(capacity: max(count, 1))
    room.initialize(repeating: value, count: max(count, 1))
    return room
  }

  /// What stands where nothing has arrived: the one number that adding to changes no bit.
  static let nothing = -0.0

  func row(_ index: Int, _ lanes: Int) -> UnsafeMutablePointer<Double> { values + index * lanes }
  func adjoint(_ index: Int, _ lanes: Int) -> UnsafeMutablePointer<Double> {
    adjoints + index * lanes
  }
  /// The row of the result of an operation.
  func result(_ operation: Int, _ lanes: Int) -> UnsafeMutablePointer<Double> {
    row(firstResult + operation, lanes)
  }
  private let firstResult: Int

  /// Whether inputs have to be turned to stand sample by sample; those of a single one do.
  func keepsColumns(_ lanes: Int) -> Bool { lanes > 1 }

  // MARK: What is given

  /// Begins with so many samples, at most as many as there is room for; if their number changes,
  /// all inputs have to be given again.
  public func begin(lanes count: Int) {
    let count = min(max(count, 1), capacity)
    guard count != samples else { return }
    samples = count
    areRowsOfParametersOld = true
    for (place, use) in plan.weightUses.enumerated() {
      uses[place] = sweep_use(
        upstream: adjoint(use.upstream, count),
        inputs: keepsColumns(count) ? columns + use.columns * count : row(use.input, count))
    }
    for place in circuit.givenCount..<circuit.firstOperation {
      row(place - circuit.parameterCount, lanes).update(
        repeating: circuit.start[place], count: lanes)
    }
  }

  /// Gives numbers to the parameters.
  public func give(parameters numbers: [Double]) {
    numbers.withUnsafeBufferPointer { numbers in
      guard let base = numbers.baseAddress else { return }
      parameters.update(from: base, count: min(numbers.count, circuit.parameterCount))
    }
    areRowsOfParametersOld = true
  }

  /// Gives numbers to the parameters and inputs from a place on, the same in every sample.
  public func give(_ numbers: some Collection<Double>, from place: Int = 0) {
    for (offset, number) in numbers.enumerated() {
      let place = place + offset
      if place < circuit.parameterCount {
        parameters[place] = number
        areRowsOfParametersOld = true
      } else {
        row(place - circuit.parameterCount, lanes).update(repeating: number, count: lanes)
      }
    }
  }

  /// Gives an input its number in one sample.
  public func give(_ number: Double, to place: Int, lane: Int) {
    row(place - circuit.parameterCount, lanes)[lane] = number
  }

  /// Gives so many inputs from a place on their numbers in every sample, which stand side by side
  /// from `samples[lane]` on.
  public func give(
    _ samples: UnsafePointer<UnsafePointer<Double>?>, count: Int, from place: Int
  ) {
    sweep_gather(count, lanes, samples, row(place - circuit.parameterCount, lanes))
  }

  func refreshRowsOfParameters() {
    guard areRowsOfParametersOld else { return }
    areRowsOfParametersOld = false
    let first = circuit.count - circuit.parameterCount
    for (offset, place) in plan.broadcast.enumerated() {
      row(first + offset, lanes).update(repeating: parameters[place], count: lanes)
    }
  }

  // MARK: What is computed

  /// The value of an output in a sample.
  public func output(_ index: Int, lane: Int = 0) -> Double {
    row(plan.outputs[index], lanes)[lane]
  }

  /// Puts the values of an output in all samples into a list from a place on.
  public func copyOutput(_ index: Int, to list: inout [Double], from place: Int) {
    let row = row(plan.outputs[index], lanes)
    for lane in 0..<min(lanes, list.count - place) { list[place + lane] = row[lane] }
  }

  /// Forgets the gradients that have gathered, but for what is said to have arrived first.
  public func clearGradient(keeping first: [Double]? = nil) {
    let count = circuit.parameterCount
    // What is reached in every sample is reached as soon as anything is sent back.
    if !plan.areAllReached {
      for place in 0..<count { isReached[place] = first != nil || plan.isParameterReached[place] }
    }
    guard let first else { return gathered.update(repeating: Sweep.nothing, count: count) }
    for place in 0..<count { gathered[place] = first[place] }
  }

  /// Copies what has gathered at the parameters, 0 where nothing has, into a list of as many.
  public func copyGradient(to list: inout [Double]) {
    list.withUnsafeMutableBufferPointer { list in
      if plan.areAllReached, let base = list.baseAddress {
        return base.update(from: gathered, count: min(list.count, circuit.parameterCount))
      }
      for place in 0..<min(list.count, circuit.parameterCount) {
        list[place] = isReached[place] ? gathered[place] : 0
      }
    }
  }

  /// What has gathered at the parameters; 0 where nothing has.
  public var gradient: [Double] {
    var list = Array(repeating: 0.0, count: circuit.parameterCount)
    copyGradient(to: &list)
    return list
  }
}
