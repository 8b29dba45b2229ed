/// Where a run stands after it was rewound.
public struct RewindReport: Sendable {
  /// What the record of the run is called.
  public var run: String
  /// What was trained or minimized, in the program's words.
  public var subject: String
  /// What its loss can be asked for by; nil if that name stands for something else now.
  public var loss: String?
  /// The step that is about to be made, from 1; nil at the end of the run.
  public var step: Step?
  /// How many steps were made.
  public var steps: Int
  /// The parameters as they are now, by name.
  public var parameters: [(name: String, numbers: Numbers)]

  /// A step that is about to be made.
  public struct Step: Sendable {
    /// Which it is, from 1.
    public var number: Int
    /// Its epoch, from 1, and how many there are to be; nil for a minimization.
    public var epoch: (number: Int, of: Int)?
    /// The rows it looks at, from 1; nil for a minimization.
    public var rows: [Int]?
    /// The loss it starts from.
    public var loss: Double
    /// The learning rate; nan where there is none.
    public var lr: Double
    /// The Euclidean norm of its gradient, before it is clipped.
    public var gradientNorm: Double
  }
}
