/// Every schedule there is, besides `then`, which joins two, and `plateau`, which reads the loss.
public enum Schedules {
  /// All schedules, in the order of help.
  public static let all: [Schedule] = [
    Schedule(Constant.self),
    Schedule(StepDecay.self),
    Schedule(Multistep.self),
    Schedule(Exponential.self),
    Schedule(Polynomial.self),
    Schedule(Ramp.self),
    Schedule(Warmup.self),
    Schedule(Cosine.self),
    Schedule(CosineRestarts.self),
    Schedule(Inverse.self),
    Schedule(OneCycle.self),
    Schedule(Cyclic.self),
    Schedule(Noam.self),
  ]

  /// The schedule of that name.
  public static func named(_ name: String) -> Schedule? { all.first { $0.name == name } }
}
