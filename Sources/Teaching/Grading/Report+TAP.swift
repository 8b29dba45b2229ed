import Reporting

extension Report {
  /// Reports as TAP: a line for each part, and what lost its points in the block below it.
  static func tap(_ reports: [Report]) -> String {
    var text = "TAP version 13\n1..\(reports.reduce(0) { $0 + $1.parts.count })\n"
    var number = 0
    for report in reports {
      for message in report.messages { text += "# \(message.sanitizedLine)\n" }
      for part in report.parts {
        number += 1
        // Not every reader knows the escape, so whoever names the file gets no sign at all.
        let file = report.submission.replacing("#", with: "\u{FF03}")
        let name = "\(file): \(part.name)".sanitizedLine.replacing("\\", with: "\\\\")
          .replacing("#", with: "\\#")
        text += "\(part.holds ? "ok" : "not ok") \(number) - \(name)\n"
        guard !part.holds else { continue }
        // A quoted text of JSON is one of YAML too.
        text += "  ---\n"
        text += "  points: \(Report.text(part.points))\n  maximum: \(Report.text(part.maximum))\n"
        text += "  messages: \(JSONValue.array(part.messages.map(JSONValue.string)).text)\n"
        let ids = part.diagnoses.map { JSONValue.string($0.id) }
        text += "  diagnosis: \(JSONValue.array(ids).text)\n  ...\n"
      }
    }
    return text
  }
}
