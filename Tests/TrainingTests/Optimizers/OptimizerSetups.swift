import Autodiff
import Testing
import Training

/// An optimizer with settings that reach a part of it that others do not.
struct OptimizerSetup: CustomTestStringConvertible, Sendable {
  let optimizer: Optimizer
  let settings: Settings
  let testDescription: String

  init(_ optimizer: Optimizer, _ changes: [String: Double]) {
    self.optimizer = optimizer
    settings = Settings(optimizer.settings.map { changes[$0.name] ?? $0.standard })
    testDescription =
      optimizer.name + changes.sorted { $0.key < $1.key }.map { " \($0)=\($1)" }.joined()
  }

  /// The states of so many parameters before the first step.
  func startingStates(_ count: Int) -> [[Double]] {
    optimizer.states(settings).map { name in
      Array(repeating: optimizer.start(name, settings), count: count)
    }
  }

  /// Every optimizer as it comes, and with each of its settings changed by itself.
  static var all: [OptimizerSetup] {
    Optimizers.all.flatMap { optimizer in
      [OptimizerSetup(optimizer, [:])]
        + optimizer.settings.compactMap { setting in
          if setting.name == "nesterov" {
            return OptimizerSetup(optimizer, ["nesterov": 1, "momentum": 0.9])
          }
          if setting.name == "dampening" {
            return OptimizerSetup(optimizer, ["dampening": 0.3, "momentum": 0.9])
          }
          if !setting.words.isEmpty {
            return OptimizerSetup(optimizer, [setting.name: 1, "weight_decay": 0.1])
          }
          return OptimizerSetup(optimizer, [setting.name: setting.standard == 0 ? 0.1 : 0.5])
        }
        + [OptimizerSetup(optimizer, ["centered": 1, "momentum": 0.5, "weight_decay": 0.01])]
    }
  }
}
