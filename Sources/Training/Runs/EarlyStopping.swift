public import Autodiff

/// Ends a run when a measure, such as the validation loss, has stopped improving.
///
/// The rules are those of `keras.callbacks.EarlyStopping`: an epoch is an improvement if its measure
/// is better than the best by more than `min_delta`; after `patience` epochs in a row without one
/// the run ends, though never after its first epoch; nan never is an improvement.
public struct EarlyStopping: Sendable, Equatable {
  public static let name = "early"
  public static let summary = "ends a run when the loss has stopped falling"
  public static let source = "Prechelt (1998); keras.callbacks.EarlyStopping"
  public static let settings = [
    Setting(
      "patience", 0, "after how many epochs without improvement it ends", in: 0 ... .infinity),
    Setting("min_delta", 0, "how much better counts as better", in: 0 ... .infinity),
    Setting("mode", words: ["min", "max"], "whether small or large is good"),
  ]

  /// What is to be done after an epoch.
  public enum Verdict: Sendable {
    /// The best so far: keep the parameters, and go on.
    case improved
    /// No improvement, but patience is left.
    case goOn
    /// Enough: take back the best parameters.
    case stop
  }

  /// The best measure so far.
  public private(set) var best: Double
  /// The epoch that gave it, from 1; nil before any improvement.
  public private(set) var bestEpoch: Int?
  /// How many epochs there were.
  public private(set) var epochs = 0
  /// How many epochs in a row brought no improvement.
  public private(set) var wait = 0
  private let settings: Settings

  /// Early stopping from the numbers for its settings, in their order.
  public init(_ settings: Settings) {
    self.settings = settings
    best = settings[2] == 0 ? .infinity : -.infinity
  }

  /// After how many epochs without improvement it ends.
  public var patience: Double { settings[0] }
  /// How much better counts as better.
  public var minimumChange: Double { settings[1] }
  /// Whether large is good.
  public var isMaximum: Bool { settings[2] == 1 }

  /// Takes note of the measure after one more epoch.
  public mutating func observe(_ measure: Double) -> Verdict {
    epochs += 1
    let isBetter = settings[2] == 0 ? measure < best - settings[1] : measure > best + settings[1]
    if isBetter {
      (best, bestEpoch, wait) = (measure, epochs, 0)
      return .improved
    }
    wait += 1
    return Double(wait) >= settings[0] && epochs > 1 ? .stop : .goOn
  }
}
