import Autodiff
import Language
public import Reporting

extension Exercise {
  /// What gets every point with the numbers drawn for a learner.
  ///
  /// The file is written for the first of each; for others the answers are those of `check.grad`.
  public func solution(for seed: String?) -> SourceText {
    guard seed != nil, !draws.isEmpty else { return solution }
    let grader = Grader(self, seed: seed)
    let session = grader.session(readsFiles: true)
    var lines = ""
    for (statement, part) in check.statements {
      grader.runGiven(statement, in: session)
      guard part != nil else { continue }
      if let name = statement.answerName, let numbers = session.numbers(of: name)?.elements {
        let words = numbers.map { NumberStyle().text($0) }
        lines += "\(name) = \(words.count == 1 ? words[0] : "[\(words.joined(separator: ", "))]")\n"
      } else {
        lines += check.source.text(statement.bytes) + "\n"
      }
    }
    return SourceText(name: solution.name, lines)
  }
}
