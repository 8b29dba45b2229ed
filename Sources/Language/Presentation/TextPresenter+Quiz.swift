import Autodiff
import Reporting

/// A quiz where nobody answers.
extension TextPresenter {
  /// The questions, numbered, with a blank for each number that is asked for.
  func document(_ report: QuizReport) -> Document {
    let wording = QuizWording(report.pass, self)
    var document = wording.introduction(report)
    var number = 0
    for question in report.questions {
      guard question.isBlank else {
        document.add(wording.answered(question))
        continue
      }
      number += 1
      document.add(
        StyledText(
          String(repeating: " ", count: max(0, 3 - "\(number)".count)) + "\(number)  ", .muted)
          + StyledText(wording.words(question), .formula) + StyledText(" = ", .muted)
          + StyledText("______", .heading))
    }
    return document
  }
}
