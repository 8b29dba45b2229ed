import Autodiff

/// What operators are called in a sentence, by the signs and words a learner writes.
extension Operator {
  /// The sign between the operands, or the name of the function: `*`, `tanh`.
  var sign: String {
    switch notation {
    case .infix(let sign, _), .prefix(let sign, _): sign
    case .call: layout == .weightedSum ? "a weighted sum" : word
    }
  }

  /// What it gives, as its summary begins: `the product`; what a function gives by its name.
  var noun: String {
    guard notation != .call || layout == .weightedSum else { return "the \(word)" }
    let words = summary.split(separator: " ")
    guard words.first == "the", let end = words.firstIndex(of: "of") else {
      return "what \(sign) gives"
    }
    return words[..<end].joined(separator: " ")
  }
}

extension Operator {
  /// Whether it picks the largest or smallest of its operands, and lets several that are equal share
  /// the gradient.
  var sharesTies: Bool { ["max", "min", "amax", "amin"].contains(name) }
}
