/// A mistake that turns right numbers into wrong ones, whatever they are the numbers of.
struct NumberMistake: Sendable {
  /// What it is called.
  let id: String
  /// What is said of it.
  let text: String
  /// What it makes of a right number.
  let of: @Sendable (Double) -> Double

  /// The mistakes, the likeliest first.
  static let all = [
    NumberMistake(id: "sign-flipped", text: "the sign is the other way round") { -$0 },
    NumberMistake(id: "constant-factor", text: "it is twice what it should be") { 2 * $0 },
    NumberMistake(id: "constant-factor", text: "it is half of what it should be") { $0 / 2 },
    NumberMistake(id: "inverted", text: "it is one divided by what it should be") { 1 / $0 },
  ]

  /// The mistakes that explain every number, each once; `matches` tells whether a number is the one
  /// that was given at a place.
  static func explaining(
    _ truth: [Double], matches: (_ place: Int, _ number: Double) -> Bool
  ) -> [Report.Finding] {
    var findings: [Report.Finding] = []
    for mistake in all where !findings.contains(where: { $0.id == mistake.id }) {
      let isExplained = truth.indices.allSatisfy { place in
        let number = mistake.of(truth[place])
        // Anything is as near to infinity as anything else.
        return truth[place].isFinite && number.isFinite && matches(place, number)
      }
      if isExplained { findings.append(Report.Finding(id: mistake.id, text: mistake.text)) }
    }
    return findings
  }

  /// What is said where nothing explains a mistake.
  static let unknown = Report.Finding(id: "unknown", text: "it is none of the usual mistakes")
}
