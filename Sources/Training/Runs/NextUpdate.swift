public import Autodiff
import Reporting

/// The step that would come after those made: everything it is computed from but the parameters
/// and their gradient, so that it can be tried elsewhere, or with something changed.
public struct NextUpdate {
  /// The optimizer; nil if it is the learner's own.
  public var optimizer: Optimizer?
  /// Its settings at this step.
  public var settings: Settings
  /// What its states are called, and what they are before the step, state by state.
  public let stateNames: [String]
  public var states: [[Double]]
  /// Which step it is, from 1.
  public var step: Int
  /// How gradients are clipped, and the bounds at this step.
  public var clip: (clip: Clip, settings: Settings)?
  /// How weights are clipped.
  public var clipWeights: (clip: Clip, settings: Settings)?
  /// The tensors of the parameters.
  public let tensors: Parameters
  /// The steps before and after, with the settings a schedule gives them.
  public let neighbors: [(step: Int, settings: Settings)]
  let own: Updating.OwnRule?

  /// The parameters after the step.
  public func parameters(from values: [Double], gradient: [Double]) -> [Double] {
    var slope = gradient
    if let clip {
      slope = clip.clip.values(tensors.split(gradient), clip.settings).flatMap { $0 }
    }
    var (next, states) = (values, states)
    if let optimizer {
      optimizer.update(&next, slope, &states, step, settings)
    } else if let own {
      do { try own(&next, slope, &states, step, settings) } catch {
        return values.map { _ in .nan }
      }
    }
    if let clipWeights {
      let weights = tensors.tensors.filter(\.isWeight)
      let clipped = clipWeights.clip.values(
        weights.map { Array(next[$0.places]) }, clipWeights.settings)
      for (tensor, numbers) in zip(weights, clipped) {
        next.replaceSubrange(tensor.places, with: numbers)
      }
    }
    return next
  }
}
