public import Autodiff

/// A value that falls when a measure, such as the loss, has stopped improving.
///
/// The rules are those of `torch.optim.lr_scheduler.ReduceLROnPlateau`. It is told the measure once
/// an epoch; nan never is an improvement.
public struct Plateau: Sendable, Equatable {
  public static let name = "plateau"
  public static let summary = "falls when the loss has stopped falling"
  public static let source = "torch.optim.lr_scheduler.ReduceLROnPlateau"
  public static let settings = [
    Setting.start("lr"),
    Setting("mode", words: ["min", "max"], "whether small or large is good"),
    Setting("factor", 0.1, "what it is multiplied by", in: 0...Double(1).nextDown),
    Setting("patience", 10, "how many bad epochs are let pass", in: 0 ... .infinity),
    Setting("threshold", 1e-4, "how much better counts as better"),
    Setting(
      "threshold_mode", words: ["rel", "abs"],
      "whether the threshold is a part of the best so far, or a difference"),
    Setting("cooldown", 0, "for how many epochs after a fall nothing counts", in: 0 ... .infinity),
    Setting("min_lr", 0, "the smallest value"),
    Setting("eps", 1e-8, "a fall that is not larger is left out", in: 0 ... .infinity),
  ]

  /// The value at present.
  public private(set) var value: Double
  /// The best measure so far.
  public private(set) var best: Double
  private var badEpochs = 0.0
  private var cooldown = 0.0
  private let settings: Settings

  /// A plateau from the numbers for its settings, in their order.
  public init(_ settings: Settings) {
    self.settings = settings
    value = settings[0]
    best = settings[1] == 0 ? .infinity : -.infinity
  }

  /// Takes note of the measure after one more epoch.
  public mutating func observe(_ measure: Double) {
    if isBetter(measure) {
      (best, badEpochs) = (measure, 0)
    } else {
      badEpochs += 1
    }
    if cooldown > 0 {
      cooldown -= 1
      badEpochs = 0
    }
    guard badEpochs > settings[3] else { return }
    (cooldown, badEpochs) = (settings[6], 0)
    let lower = max(value * settings[2], settings[7])
    if value - lower > settings[8] { value = lower }
  }

  private func isBetter(_ measure: Double) -> Bool {
    let threshold = settings[4]
    return switch (settings[1] == 0, settings[5] == 0) {
    case (true, true): measure < best * (1 - threshold)
    case (true, false): measure < best - threshold
    case (false, true): measure > best * (1 + threshold)
    case (false, false): measure > best + threshold
    }
  }
}
