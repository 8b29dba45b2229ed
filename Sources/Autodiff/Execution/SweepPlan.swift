/// How a circuit is swept over many samples: its operations in runs of one kind, and where the
/// numbers and what comes back to them are kept.
///
/// Numbers are kept in rows, one number a sample. What is given, fixed and computed has a row each;
/// a parameter, which is the same for all samples, has one only where an operation other than a
/// layer reads it. What comes back has a row for each operation, and one for each reading of a
/// parameter, whose gradient is summed from these over the samples.
struct SweepPlan {
  /// Whether the gradient of the first output comes to a place.
  enum Reach: Int, Sendable {
    case never
    /// In some samples only, because of a choice on the way.
    case sometimes
    case always
  }

  /// Where a run reads an operand, and where it sends its part of the gradient.
  struct Port: Sendable, Equatable {
    /// The row its first operation reads.
    var row: Int
    /// How many rows further the next one reads: 0 or 1.
    var step: Int
    /// The row its first operation sends to; -1 if nothing is sent.
    var target: Int
    /// How many rows further the next one sends.
    var targetStep: Int
  }

  /// Weighted sums of the same inputs by rows of parameters that follow one another.
  struct Layer: Sendable, Equatable {
    var units: Int
    var inputs: Int
    /// The first weight and the first bias among the parameters; a bias of -1 is none.
    var weights: Int
    var bias: Int
    /// The row of the first input.
    var input: Int
    /// The inputs to which a gradient is sent: places among the inputs, and the row of the first.
    var targets: [Target] = []
    /// Where its inputs are kept sample by sample; -1 if its weights have no gradient.
    var columns = -1

    struct Target: Sendable, Equatable {
      var inputs: Range<Int>
      var row: Int
    }
  }

  /// Some weights and the layers that read them, in the order in which gradients arrive.
  struct WeightBlock: Sendable {
    var weights: Int
    var units: Int
    var inputs: Int
    /// Its uses in the plan's list of all of them.
    var uses: Range<Int>
  }

  /// One layer that reads some weights.
  struct WeightUse: Sendable {
    /// The row of what comes back to the first unit.
    var upstream: Int
    /// The row of its first input, and where its inputs are kept sample by sample.
    var input: Int
    var columns: Int
  }

  /// Parameters that follow one another, each read once, and the rows of what comes back to them.
  struct SingleUses: Sendable {
    var parameter: Int
    var row: Int
    var count: Int
  }

  /// A parameter that is read several times.
  struct ManyUses: Sendable {
    var parameter: Int
    /// The rows of what comes back, in the order in which it arrives.
    var rows: [Int]
  }

  var runs: [SweepRun] = []
  /// The row each operand is read from, and the row its gradient is sent to, in the order of the
  /// circuit's operands; -1 for none.
  var rows: [Int32] = []
  var targets: [Int32] = []
  /// Whether and when the gradient comes to each operation.
  var reach: [Reach] = []
  /// The parameters that have a row, in order.
  var broadcast: [Int] = []
  var weightBlocks: [WeightBlock] = []
  var weightUses: [WeightUse] = []
  var singleUses: [SingleUses] = []
  var manyUses: [ManyUses] = []
  /// The parameter each row of what comes back belongs to, behind those of the operations.
  var slots: [Int] = []
  /// Whether the gradient comes to each parameter in every sample.
  var isParameterReached: [Bool] = []
  /// Whether it comes to all of them in every sample.
  var areAllReached = false
  /// How many numbers a sample needs for inputs that are kept sample by sample.
  var columns = 0
  /// The row of each output.
  var outputs: [Int] = []

  /// How many rows of numbers there are.
  func rowCount(_ circuit: Circuit) -> Int {
    circuit.count - circuit.parameterCount + broadcast.count
  }
}
