import Autodiff
import Testing
import Training

/// A loss at one of its samples with some settings and weights, as tests look at it.
struct LossSample: CustomTestStringConvertible, Sendable {
  let loss: Loss
  let settings: Settings
  let weights: [Double]
  let prediction: [Double]
  let target: [Double]

  var testDescription: String {
    "\(loss.name)(\(prediction), \(target)) with \(settings.values) \(weights)"
  }

  /// The terms as doubles.
  func terms(_ prediction: [Double]) -> [Double] {
    loss.values(prediction, target, weights, settings)
  }

  /// The sum of the terms, and its gradient, from nodes.
  var built: Built {
    Built(over: prediction) {
      loss.nodes($0, target.map { GraphNumber($0) }, weights, settings)
    }
  }

  /// Every loss at its samples, with settings nobody has by default and with weights for classes.
  static let all: [LossSample] = Losses.all.flatMap { loss in
    loss.samples.flatMap { sample in
      let weightings = loss.target == .classes ? [[], [0.5, 1, 1.5]] : [[]]
      return ([loss.defaultSettings] + (others[loss.name] ?? [])).flatMap { settings in
        weightings.map {
          LossSample(
            loss: loss, settings: settings, weights: $0, prediction: sample.prediction,
            target: sample.target)
        }
      }
    }
  }

  private static let others: [String: [Settings]] = [
    "huber": [Settings([0.3])], "smooth_l1": [Settings([0.2])], "bce_with_logits": [Settings([3])],
    "cross_entropy": [Settings([0.1]), Settings([1])], "kl_div": [Settings([1])],
    "poisson_nll": [Settings([1, 1e-8])], "hinge_embedding": [Settings([0.1])],
    "multi_margin": [Settings([0.8, 2])],
  ]
}
