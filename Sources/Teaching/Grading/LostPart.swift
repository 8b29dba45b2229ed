import Autodiff
import Language
import Reporting

extension Grader {
  /// A part of a program that does not hold, with what was computed and the mistake that explains it.
  func part(_ place: Int, failing test: TestOutcome?) -> Report.Part {
    guard let report = test?.expectation else {
      let findings = test?.findings ?? []
      return part(
        place, losing: "it does not hold", findings.isEmpty ? [NumberMistake.unknown] : findings)
    }
    let actual = report.actual.elements
    var findings: [Report.Finding] = []
    if let expected = report.expected?.elements, expected.count == actual.count {
      findings = NumberMistake.explaining(expected) { place, number in
        abs(actual[place] - number) <= 1e-6 * max(1, abs(number))
      }
    }
    return part(
      place, losing: "\(report.left) is \(ProgramGrading.numbers(actual))",
      findings.isEmpty ? [NumberMistake.unknown] : findings)
  }
}

extension ProgramGrading {
  /// Some numbers as they are shown.
  static func numbers(_ numbers: [Double]) -> String {
    let words = numbers.prefix(12).map { NumberStyle().text($0).withMinusSigns }
    let list = words.joined(separator: ", ") + (numbers.count > 12 ? ", …" : "")
    return numbers.count == 1 ? list : "[\(list)]"
  }
}
