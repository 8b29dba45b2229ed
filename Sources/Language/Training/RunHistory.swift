import Autodiff
import Reporting
import Training

/// What it takes to go back in a run: its checkpoints, and what makes its steps again.
struct RunHistory {
  let course: any RunCourse
  let checkpoints: Checkpoints
  /// How many steps were made, one that was taken back included.
  let made: Int
  /// The parameters and the running statistics at the end.
  let values: [Double]
  let statistics: [Double]
  /// From where the run can go on, if it was stopped before its end.
  let unfinished: Checkpoint?

  /// The history of a run that has just ended.
  init(_ course: any RunCourse, _ checkpoints: Checkpoints, isUnfinished: Bool) {
    self.course = course
    self.checkpoints = checkpoints
    made = course.updating.made
    values = course.updating.values
    statistics = course.statistics?.values ?? []
    unfinished = isUnfinished ? course.checkpoint(withGradient: true) : nil
  }
}

/// Where a run stands that was rewound.
struct RewoundRun {
  /// The step that is about to be made, from 1.
  let step: Int
  /// All that it depends on.
  let here: Checkpoint
  /// The rows it looks at; nil for a minimization.
  let batch: RunBatch?
  /// The record as it is at the end of the run.
  let ended: RunRecord
}

/// The rows a step looks at, and what it drops.
struct RunBatch {
  /// The rows, from 0.
  let rows: [Int]
  /// What the random masks of the run depend on besides step, layer, row and unit.
  let key: UInt64
  /// How many steps were made before.
  let done: Int
}

/// What makes the steps of a run, from its beginning or from any checkpoint on.
///
/// It is one for all records of a run: whoever uses it says first where it is to stand.
protocol RunCourse: AnyObject {
  var updating: Updating { get }
  /// The running statistics of a network; nil if nothing has any.
  var statistics: RunningStatistics? { get }
  /// What is trained or minimized, in the program's words.
  var title: String { get }
  /// How many steps there are to be; nil where epochs are counted.
  var steps: Int? { get }
  /// How many epochs there are to be; nil where steps are counted.
  var epochs: Int? { get }

  /// Where it stands; with the last gradient where an epoch may still have to be reported.
  func checkpoint(withGradient: Bool) -> Checkpoint
  /// Goes back, or on, to a checkpoint.
  func restore(_ checkpoint: Checkpoint)
  /// Makes steps again, telling nothing, until so many are made and the next can follow.
  func advance(to done: Int) throws(Diagnostic)
  /// Makes one step, telling nothing, and nothing that follows it at the end of an epoch.
  func makeStep() throws(Diagnostic)
  /// The rows of the next step; nil if it looks at none.
  func nextBatch() throws(Diagnostic) -> RunBatch?
  /// The loss before the last step, and its learning rate.
  var lastLoss: Double { get }
  var rate: Double { get }
  /// The epoch of the last step, from 1, and how many are over; steps, if there are no epochs.
  var epoch: Int { get }
  var finished: Int { get }
  /// Whether the last step was made from the loss that the program would compute for it now.
  func agrees(with batch: RunBatch?, of record: RunRecord) throws(Diagnostic) -> Bool
  /// Goes on to the planned end, tells what happens, and leaves it in the session.
  func finish(_ record: RunRecord, _ checkpoints: Checkpoints) throws(Diagnostic)
}

extension RunRecord {
  /// The rows of the step that is about to be made, in a training that was rewound.
  var batch: RunBatch? { rewound?.batch }
}
