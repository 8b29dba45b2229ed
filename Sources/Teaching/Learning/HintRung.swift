/// One rung of the ladder of hints.
public enum HintRung: Int, CaseIterable, Comparable, Sendable {
  /// Where to look.
  case nudge
  /// The rule that is needed.
  case rule
  /// The rule with the numbers in.
  case numbers
  /// What gets every point.
  case solution

  /// The word it is asked for with.
  public var name: String { String(describing: self) }

  /// The rung of that name; a beginning will do.
  public init?(_ word: String) {
    guard !word.isEmpty, let rung = Self.allCases.first(where: { $0.name.hasPrefix(word) })
    else { return nil }
    self = rung
  }

  /// Whether one says less than another.
  public static func < (left: HintRung, right: HintRung) -> Bool { left.rawValue < right.rawValue }

  /// The rung after this one; nil after the last.
  public var next: HintRung? { HintRung(rawValue: rawValue + 1) }
}
