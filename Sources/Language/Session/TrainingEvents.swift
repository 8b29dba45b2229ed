public import Autodiff
public import Pictures
public import Training

/// A step of an optimizer: from the loss and gradients before it to the parameters after it.
public struct UpdateReport: Sendable {
  /// Which step it was, from 1.
  public var step: Int
  /// The loss before.
  public var loss: Double
  /// The gradients before, by name.
  public var gradients: [(name: String, numbers: Numbers)]
  /// The learning rate.
  public var lr: Double
  /// The Euclidean norm of all gradients, before they were clipped.
  public var gradientNorm: Double
  /// The parameters after, by name.
  public var parameters: [(name: String, numbers: Numbers)]
  /// What was optimized, in the program's words.
  public var of: String
  /// How many steps there are to be; nil where epochs are counted.
  public var steps: Int?
  /// Whether the program says every how many steps are reported.
  public var isThinned: Bool
}

/// An epoch of a training, as it is reported.
public struct EpochReport: Sendable {
  /// What is known after it.
  public var epoch: Trainer.Epoch
  /// How many epochs there are to be.
  public var epochs: Int
  /// Whether the program says every how many epochs are reported.
  public var isThinned: Bool
}

/// How far a training has come, and how fast.
public struct TrainingProgress: Sendable {
  /// How far it has come.
  public var progress: Trainer.Progress
  /// What it counts: epochs or steps.
  public var unit: String
  /// What is trained.
  public var subject: String
}

/// The end of a training or minimization.
public struct TrainingReport: Sendable {
  /// What was trained, in the program's words.
  public var subject: String
  /// The name its record has.
  public var run: String
  /// How many epochs, or steps of a minimization, it took.
  public var count: Int
  /// What `count` counts: `epochs` or `steps`.
  public var unit: String
  /// The loss of all rows before the first step, and at the last report.
  public var firstLoss: Double?
  public var lastLoss: Double?
  public var accuracy: Double?
  public var validationLoss: Double?
  public var validationAccuracy: Double?
  /// What else there is to say about its end.
  public var note: String?
  /// The curve of the loss.
  public var losses: [Double]
  /// Whether its epochs were told one by one already.
  public var isTold: Bool
  /// How many steps it took, where epochs are counted.
  public var steps: Int?
}

/// How one parameter was updated, from its gradient to its new value.
public struct UpdateExplanation: Sendable {
  /// What was minimized.
  public var of: String
  /// The parameter.
  public var at: String
  /// Which step it was, from 1.
  public var step: Int
  /// Its gradient, before clipping.
  public var gradient: Double
  /// One sentence: what decided the step.
  public var summary: String
  /// What became of it, line by line.
  public var lines: [UpdateStory.Line]
  /// What else its method tells: why it stopped, whether its step was taken.
  public var notes: [String]
  /// What plain gradient descent with the same rate would have made of it; with the rate it has
  /// unless told otherwise, where the optimizer has none.
  public var plain: (formula: Formula, number: Double)?
  /// The parameter before and after.
  public var before: Double
  public var after: Double
  /// Why its gradient was what it was; nil if that can no longer be told.
  public var paths: GradientExplanation?
}

/// Something to be plotted.
public enum PlotReport: Sendable {
  /// Curves, one over another.
  case curves(LinePlot)
  /// A matrix, as a heat map.
  case matrix(HeatMap)
  /// A value over two variables, perhaps with points of data on it.
  case region(RegionPlot)
}
