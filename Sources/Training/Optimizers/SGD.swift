public import Autodiff

/// Steepest descent, perhaps with momentum.
public enum SGD: UpdateRule {
  public static let name = "sgd"
  public static let summary = "a step against the gradient, perhaps with momentum"
  public static let source = "Robbins and Monro (1951); Polyak (1964); Nesterov (1983)"
  public static let settings = [
    Setting("lr", 0.001, "the learning rate: how long a step is")
  ]

  public static func update<N: Number>(_ given: Update<N>) -> Updated<N> {
    Updated(given.w - given.numbers[0] * given.g)
  }
}
