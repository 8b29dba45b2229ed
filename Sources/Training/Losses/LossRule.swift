public import Autodiff

/// One loss, written once: the formula is computed, becomes nodes of a graph, and is printed.
///
/// A conforming type is an enum without cases in a file of its own, listed in `Losses.all`.
public protocol LossRule: SendableMetatype {
  /// What the language calls it; PyTorch's name where PyTorch has one.
  static var name: String { get }
  /// Other names the language knows it by.
  static var aliases: [String] { get }
  /// One line for help and completion.
  static var summary: String { get }
  /// Where the formula comes from.
  static var source: String { get }
  /// What a prediction is compared with.
  static var target: Loss.Target { get }
  /// Numbers that are chosen, besides the reduction.
  static var settings: [Setting] { get }
  /// A prediction and a target, as the language writes them, at which the reference shows it and
  /// the tests compare its gradient with finite differences.
  static var samples: [Loss.Sample] { get }
  /// How a prediction decides for a class; nil if it does not.
  static var decision: Decision? { get }
  /// Whether the mean over rows divides by the weights of their classes rather than their number.
  static var meanIsWeighted: Bool { get }
  /// The loss of one row: a term an element, or for a loss of classes a single one.
  ///
  /// `target` holds a number for each element of the prediction; for a loss of classes it may
  /// hold instead the number of the right class, from 1, alone. `weights` holds a weight for each
  /// class, or nothing.
  static func terms<N: Number>(
    _ prediction: [N], _ target: [N], weights: [Double], _ s: Settings
  ) -> [N]
}

extension LossRule {
  public static var aliases: [String] { [] }
  public static var settings: [Setting] { [] }
  public static var meanIsWeighted: Bool { false }
  /// The largest, among numbers for classes.
  public static var decision: Decision? {
    switch target {
    case .values: nil
    case .classes: .largest
    }
  }
}

/// A loss as the language sees it.
public final class Loss: Sendable {
  /// What a prediction is compared with.
  public enum Target: Sendable {
    /// A number for each element.
    case values
    /// The number of the right class, from 1, or a probability for each class; a prediction is a
    /// row of one number for each class, and the classes may have weights.
    case classes
  }

  /// A prediction and a target.
  public struct Sample: Sendable {
    /// The prediction.
    public let prediction: [Double]
    /// The target.
    public let target: [Double]

    /// A sample from its parts.
    public init(_ prediction: [Double], _ target: [Double]) {
      self.prediction = prediction
      self.target = target
    }
  }

  /// How the terms of many elements or rows become one loss; the first unless named.
  public enum Reduction: String, Sendable, CaseIterable {
    case mean, sum, none
  }

  public let name: String
  public let aliases: [String]
  public let summary: String
  public let source: String
  public let target: Target
  public let settings: [Setting]
  public let samples: [Sample]
  /// How a prediction decides for a class; nil if it does not.
  public let decision: Decision?
  /// Whether the mean over rows divides by the weights of their classes.
  public let meanIsWeighted: Bool
  /// The terms as doubles.
  public let values: @Sendable ([Double], [Double], [Double], Settings) -> [Double]
  /// The terms as formulas.
  public let formulas: @Sendable ([Formula], [Formula], [Double], Settings) -> [Formula]
  /// The terms as nodes.
  public let nodes: @Sendable ([GraphNumber], [GraphNumber], [Double], Settings) -> [GraphNumber]

  /// A loss from its rule.
  public init<R: LossRule>(_ rule: R.Type) {
    name = R.name
    aliases = R.aliases
    summary = R.summary
    source = R.source
    target = R.target
    settings = R.settings
    samples = R.samples
    meanIsWeighted = R.meanIsWeighted
    decision = R.decision
    values = { R.terms($0, $1, weights: $2, $3) }
    formulas = { R.terms($0, $1, weights: $2, $3) }
    nodes = { R.terms($0, $1, weights: $2, $3) }
  }

  /// The settings nobody has changed.
  public var defaultSettings: Settings { Settings(settings.map(\.standard)) }
}
