public import Autodiff

/// One optimizer that changes every parameter by itself, written once: the formula is computed and
/// is printed with its numbers in.
///
/// A conforming type is an enum without cases in a file of its own, listed in `Optimizers.all`.
public protocol UpdateRule: SendableMetatype {
  /// What the language calls it; PyTorch's name in small letters.
  static var name: String { get }
  /// One line for help and completion.
  static var summary: String { get }
  /// Where the formula comes from.
  static var source: String { get }
  /// Numbers that are chosen, each of which may follow a schedule; names and defaults are
  /// PyTorch's, but for `betas`, which are `beta1` and `beta2`. A setting with the words `false`
  /// and `true` is a switch and follows none.
  static var settings: [Setting] { get }
  /// What is remembered of every parameter from one step to the next, by its usual name: `m`, `v`.
  ///
  /// A setting that follows a schedule is given as nan here, since it may become anything.
  static func states(_ s: Settings) -> [String]
  /// What a state is before the first step; 0 unless the rule says otherwise.
  static func start(of state: String, _ s: Settings) -> Double
  /// Why some settings cannot be chosen together, as a sentence; nil if they can.
  static func conflict(_ s: Settings) -> String?
  /// What is the same for every parameter at a step, and so is computed once: `given.shared`.
  static func shared<N: Number>(_ given: Update<N>) -> [N]
  /// The new parameter; the new states are put into `states`, which has a place for each.
  static func update<N: Number>(_ given: Update<N>, states: inout UpdateStates<N>) -> N
}

extension UpdateRule {
  public static func states(_ s: Settings) -> [String] { [] }
  public static func start(of state: String, _ s: Settings) -> Double { 0 }
  public static func conflict(_ s: Settings) -> String? { nil }
  public static func shared<N: Number>(_ given: Update<N>) -> [N] { [] }
}
