/// How far a training is, as numbers, for one line that is written again and again.
public struct TrainingLine: Sendable {
  /// What is counted: `epoch`, `step` or `trial`.
  public var unit: String
  /// The epochs, or whatever else is counted, that are done.
  public var epoch: Int
  /// The epochs there will be; nil where only a condition ends the training.
  public var epochs: Int?
  /// The part of the whole training that is done, 0 to 1; nil for epoch over epochs.
  public var fraction: Double?
  /// The latest loss.
  public var loss: Double?
  /// The learning rate in use.
  public var learningRate: Double?
  /// Rows of the data worked through in a second.
  public var rowsPerSecond: Double?
  /// The time that is left, in seconds.
  public var secondsLeft: Double?
  /// The losses so far, from the first.
  public var losses: [Double]

  /// A line about a training in progress.
  public init(
    unit: String = "epoch", epoch: Int, epochs: Int? = nil, fraction: Double? = nil,
    loss: Double? = nil,
    learningRate: Double? = nil, rowsPerSecond: Double? = nil, secondsLeft: Double? = nil,
    losses: [Double] = []
  ) {
    self.unit = unit
    (self.epoch, self.epochs, self.fraction) = (epoch, epochs, fraction)
    (self.loss, self.learningRate, self.rowsPerSecond) = (loss, learningRate, rowsPerSecond)
    (self.secondsLeft, self.losses) = (secondsLeft, losses)
  }
}
