/// Every schedule there is.
public enum Schedules {
  /// All schedules, in the order of help.
  public static let all: [Schedule] = [
    Schedule(Constant.self)
  ]

  /// The schedule of that name.
  public static func named(_ name: String) -> Schedule? { all.first { $0.name == name } }
}
