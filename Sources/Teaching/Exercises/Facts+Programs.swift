import Language
import Reporting

/// Facts about exercises that ask for a program.
extension Facts {
  /// What has to be trained: `mlp on xor`, `mlp on xor with mse`, or `L`.
  mutating func training(_ kind: ExerciseKind) -> MeantTraining? {
    guard !kind.asksForAnswers, let value = value("trains") else { return nil }
    guard case .scalar(let scalar) = value else {
      complain("'trains' must be words", at: nil, "write 'trains: mlp on xor', or 'trains: L'")
      return nil
    }
    let words = scalar.text.split(separator: " ").map(String.init)
    switch words.count {
    case 1: return MeantTraining(of: words[0])
    case 3 where words[1] == "on": return MeantTraining(of: words[0], on: words[2])
    case 5 where words[1] == "on" && words[3] == "with":
      return MeantTraining(of: words[0], on: words[2], by: words[4])
    default:
      complain(
        "'\(scalar.text)' does not say what is trained", at: scalar.range,
        "write 'mlp on xor', 'mlp on xor with mse' where its own loss is tested, or the loss that "
          + "is minimized")
      return nil
    }
  }

  /// Words that what is tested may not be made with.
  mutating func forbidden(_ kind: ExerciseKind) -> [String] {
    guard !kind.asksForAnswers else { return [] }
    var words: [String] = []
    for word in list("forbid") {
      if Session.isWord(word.text) {
        words.append(word.text)
      } else {
        let closest = Session.word(closestTo: word.text).map { "; did you mean '\($0)'?" } ?? ""
        complain(
          "the language has no word '\(word.text)' to forbid\(closest)", at: word.range,
          "name functions, verbs, losses or optimizers")
      }
    }
    return words
  }
}
