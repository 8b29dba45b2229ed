import Reporting

extension Report {
  /// Reports as JUnit's XML: a suite for each submission, a case for each part.
  ///
  /// Source: the schema of Jenkins' xUnit plugin, `junit-10.xsd`. No times are given, so that the
  /// same submissions give the same bytes.
  static func junit(_ reports: [Report]) -> String {
    let failures = reports.reduce(0) { $0 + $1.failureCount }
    let count = reports.reduce(0) { $0 + $1.parts.count }
    var xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    xml += "<testsuites name=\"gradus\" tests=\"\(count)\" failures=\"\(failures)\">\n"
    for report in reports {
      xml +=
        "  <testsuite name=\"\(report.submission.inXML)\" tests=\"\(report.parts.count)\" "
        + "failures=\"\(report.failureCount)\" errors=\"0\">\n"
      for part in report.parts { xml += part.junit(of: report) }
      if !report.messages.isEmpty {
        xml += "    <system-err>\(report.messages.joined(separator: "\n").inXML)</system-err>\n"
      }
      xml += "  </testsuite>\n"
    }
    return xml + "</testsuites>\n"
  }

  private var failureCount: Int { parts.count { !$0.holds } }
}

extension Report.Part {
  fileprivate func junit(of report: Report) -> String {
    let start = "    <testcase classname=\"\(report.exercise.inXML)\" name=\"\(name.inXML)\""
    guard !holds else { return start + "/>\n" }
    let points = "\(Report.text(points)) of \(Report.text(maximum)) points"
    return start + ">\n      <failure type=\"\((diagnoses.first?.id ?? "unknown").inXML)\" "
      + "message=\"\((messages.first ?? points).inXML)\">"
      + "\((messages + [points]).joined(separator: "\n").inXML)</failure>\n    </testcase>\n"
  }
}

extension String {
  /// The text as it may stand in XML: nothing in it is obeyed.
  fileprivate var inXML: String {
    let signs: [Character: String] = ["&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;"]
    return sanitized.map { signs[$0] ?? String($0) }.joined()
  }
}
