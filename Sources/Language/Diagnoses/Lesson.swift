/// The lesson a diagnosis points to, by its title.
struct Lesson: Sendable, Equatable {
  let number: Int
  let title: String

  /// How it is referred to: `lesson 3: forks: gradients add`.
  var words: String { "lesson \(number): \(title)" }

  static let graph = Lesson(number: 1, title: "numbers that remember")
  static let chain = Lesson(number: 2, title: "local slopes and the chain rule")
  static let forks = Lesson(number: 3, title: "forks: gradients add")
  static let squares = Lesson(number: 5, title: "mean squared error")
  static let softmax = Lesson(number: 6, title: "cross-entropy")
  static let activations = Lesson(number: 7, title: "activations: saturation and dead units")
  static let network = Lesson(number: 8, title: "a network by hand")
  static let rates = Lesson(number: 10, title: "learning rates")
  static let momentum = Lesson(number: 11, title: "momentum")
  static let adam = Lesson(number: 12, title: "a rate for every weight")
  static let clipping = Lesson(number: 13, title: "clipping")
  static let regularization = Lesson(number: 15, title: "regularization")
  static let normalization = Lesson(number: 16, title: "batch normalization")
  static let checking = Lesson(number: 18, title: "gradient checking")
}
