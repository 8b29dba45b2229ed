import Language

/// Numbers that a learner gives, as they were typed.
struct TypedAnswer {
  private let predictions: [Prediction]

  /// Reads a number, numbers with operators, or a list of them; nil if there is a name in it.
  init?(_ text: String) {
    var words = text[...]
    if words.hasPrefix("["), words.hasSuffix("]") { words = words.dropFirst().dropLast() }
    var predictions: [Prediction] = []
    for word in words.split(separator: ",", omittingEmptySubsequences: false) {
      guard let prediction = Prediction(String(word)) else { return nil }
      predictions.append(prediction)
    }
    self.predictions = predictions
  }

  /// The numbers.
  var values: [Double] { predictions.map(\.value) }

  /// How many digits tell a right number from a wrong one that is near.
  private static let digits = 3

  /// Whether all of it is right: the number itself, or rounded to the digits typed, three at least.
  func matches(_ truth: [Double]) -> Bool {
    truth.count == predictions.count
      && zip(predictions, truth).allSatisfy { Self.isRight($0, $1) }
  }

  /// Whether all of it is right but for what is rounded to fewer digits.
  func isCoarse(for truth: [Double]) -> Bool {
    truth.count == predictions.count && !matches(truth)
      && zip(predictions, truth).allSatisfy {
        Self.isRight($0, $1) || $0.matches($1) || $0.isCoarse(for: $1, digits: Self.digits)
      }
  }

  private static func isRight(_ prediction: Prediction, _ truth: Double) -> Bool {
    prediction.matches(truth, digits: digits)
      && (!prediction.isBare(digits: digits) || prediction.isExactly(truth))
  }

  /// What explains that it is wrong, where as many numbers are asked for: the likeliest first.
  func mistakes(_ truth: [Double], others: [[Double]]) -> [Report.Finding] {
    var findings = NumberMistake.explaining(truth) { predictions[$0].matches($1) }
    if others.contains(where: { matches($0) }) {
      findings.append(
        Report.Finding(id: "wrong-variable", text: "it is the answer to another part"))
    }
    let isNear = truth.indices.allSatisfy {
      Self.isRight(predictions[$0], truth[$0]) || predictions[$0].isNear(truth[$0])
    }
    if isNear {
      findings.append(
        Report.Finding(
          id: "rounding", text: "nearly right: keep more digits, and round at the end"))
    }
    return findings.isEmpty ? [NumberMistake.unknown] : findings
  }
}
