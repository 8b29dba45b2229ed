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

  /// Whether all of it is right, at the digits typed.
  func matches(_ truth: [Double]) -> Bool {
    truth.count == predictions.count && truth.indices.allSatisfy { matches($0, truth[$0]) }
  }

  /// Whether a number is the one that was typed at a place.
  func matches(_ place: Int, _ number: Double) -> Bool { predictions[place].matches(number) }

  /// What explains that it is wrong: the likeliest first.
  func mistakes(_ truth: [Double], others: [[Double]]) -> [Report.Finding] {
    guard truth.count == predictions.count else {
      return [Report.Finding(id: "unknown", text: "it should be as many numbers as are asked for")]
    }
    var findings = NumberMistake.explaining(truth, matches: matches)
    if others.contains(where: { matches($0) }) {
      findings.append(
        Report.Finding(id: "wrong-variable", text: "it is the answer to another part"))
    }
    let isCoarse = truth.indices.allSatisfy {
      matches($0, truth[$0]) || predictions[$0].isCoarse(for: truth[$0])
    }
    let isNear = truth.indices.allSatisfy {
      matches($0, truth[$0]) || predictions[$0].isNear(truth[$0])
    }
    if isCoarse {
      findings.append(Report.Finding(id: "rounding", text: "that is too coarse: give two digits"))
    } else if isNear {
      findings.append(
        Report.Finding(
          id: "rounding", text: "nearly right: keep more digits, and round at the end"))
    }
    return findings.isEmpty ? [NumberMistake.unknown] : findings
  }
}
