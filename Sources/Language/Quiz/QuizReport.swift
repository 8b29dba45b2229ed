import Autodiff

/// A quiz: a graph, and the numbers that are asked for.
public struct QuizReport: Sendable {
  /// The pass whose numbers are asked for, step by step without folding.
  public var pass: Pass
  /// The seed it was drawn from.
  public var seed: Int64
  /// How hard it is; nil for a graph of the program.
  public var level: Int?
  /// The generated graph as a program; nil for a graph of the program.
  public var program: [String]?
  var questions: [QuizQuestion]

  /// How many numbers are asked for.
  public var blanks: Int { questions.count(where: \.isBlank) }
}
