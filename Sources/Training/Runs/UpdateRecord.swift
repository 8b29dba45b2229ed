public import Autodiff

/// One step of a training, with everything it was made from.
public struct UpdateRecord {
  /// Which step it was, from 1.
  public let step: Int
  /// The tensors of the parameters; their numbers are those before the step.
  public var parameters: Parameters
  /// The parameters before.
  public let before: [Double]
  /// The loss before.
  public let loss: Double
  /// The rows of its batch, from 0; empty where there are no rows.
  public var rows: [Int] = []
  /// The gradient, penalties included.
  public let gradient: [Double]
  /// The rates of the penalties at this step.
  public var penalties = (l1: 0.0, l2: 0.0)
  /// The gradient after clipping.
  public var clipped: [Double]
  /// The states of the optimizer before, state by state.
  public var states: [[Double]]
  /// What the states of a rule are called.
  public var stateNames: [String]?
  /// The settings of the optimizer at this step.
  public let settings: Settings
  /// The optimizer, if it is a rule.
  public var optimizer: Optimizer?
  /// How gradients were clipped, and the bounds at this step.
  public var clip: (clip: Clip, settings: Settings)?
  /// How weights were clipped.
  public var clipWeights: (clip: Clip, settings: Settings)?
  /// What a method that looks at the loss as a whole did.
  public var story: MethodStory?
  /// The parameters after, before their weights were clipped.
  public var unclipped: [Double] = []
  /// The parameters after.
  public var after: [Double] = []

  /// The Euclidean norm of the gradient before clipping.
  public var gradientNorm: Double { Double.euclideanNorm(gradient) }
}
