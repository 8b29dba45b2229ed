/// The outcome of a claim.
public struct ClaimReport: Sendable {
  /// What is differentiated, or `next`.
  public var of: String
  /// What it is differentiated with respect to, or the parameter that is updated.
  public var at: String
  /// The claim in the program's words.
  public var text: String
  /// Whether it is right.
  public var holds: Bool
  /// What is claimed, at the numbers the program has now.
  public var claimed: Numbers
  /// What is so.
  public var actual: Numbers
  /// What is wrong with it, likeliest first; empty if it is right.
  public var findings: [Finding]
  /// Whether no one mistake explains all, and the findings are of single elements, each named in it.
  public var isApart = false
  /// How it was tested.
  public var basis: Basis
  /// One element at one point where claim and truth differ.
  public var evidence: Evidence?
  /// The elements that are right, and those that are wrong, by name; both empty if there is one.
  public var right: [String] = []
  public var wrong: [String] = []
  /// Something to know about the test.
  public var notes: [String] = []

  /// How a claim was tested.
  public enum Basis: Sendable, Equatable {
    /// As a formula, at so many points drawn at random besides the one the program stands at.
    case formula(points: Int)
    /// As a number, to the digits typed; whether that was a rounding.
    case digits(isRounded: Bool)
  }

  /// One element at one point.
  public struct Evidence: Sendable {
    /// What was claimed of: `dL/dw[2]`.
    public var name: String
    public var claimed: Double
    public var actual: Double
    /// The leaves with the numbers that were drawn; empty where the program stands.
    public var leaves: [(name: String, value: Double)]
    /// Whether the two agree where the program stands, and only elsewhere do not.
    public var isRightHere = false
  }
}
