/// The lesson a diagnosis points to.
struct Lesson: Sendable, Equatable {
  let number: Int
  let title: String

  /// How it is referred to: `lesson 3: forks: gradients add`.
  var words: String { "lesson \(number): \(title)" }

  static let graph = Lesson(number: 1, title: "numbers that remember")
  static let chain = Lesson(number: 2, title: "local slopes and the chain rule")
  static let forks = Lesson(number: 3, title: "forks: gradients add")
  static let squares = Lesson(number: 5, title: "mean squared error")
  static let softmax = Lesson(number: 6, title: "cross-entropy, softmax, and why p - y")
  static let activations = Lesson(number: 7, title: "activations, saturation, dead units")
  static let network = Lesson(number: 8, title: "a 2-2-2 network by hand")
  static let rates = Lesson(number: 10, title: "learning rates and schedules")
  static let momentum = Lesson(number: 11, title: "momentum and Nesterov")
  static let adam = Lesson(number: 12, title: "Adagrad, RMSprop, Adam, AdamW")
  static let clipping = Lesson(number: 13, title: "clipping")
  static let regularization = Lesson(number: 15, title: "regularization")
  static let normalization = Lesson(number: 16, title: "batch normalization")
  static let checking = Lesson(number: 18, title: "gradient checking")
}
