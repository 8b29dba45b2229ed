import Reporting

/// The reference as a Markdown page.
extension Reference {
  /// Every entry with its formulas and its example, family by family.
  public static func markdown(_ chosen: [ReferenceEntry] = entries) -> String {
    var text = ""
    var family: String?
    for entry in chosen {
      if entry.family != family, chosen.count > 1 {
        text += "## \(entry.family)\n\n"
        family = entry.family
      }
      text += entry.markdown
    }
    return text
  }
}

extension ReferenceEntry {
  /// The entry as a section.
  fileprivate var markdown: String {
    var text = "### `\(name)`\n\n`\(usage)`: \(summary)."
    if !aliases.isEmpty {
      text += " Also called \(aliases.map { "`\($0)`" }.joined(separator: ", "))."
    }
    text += "\n\n"
    for setting in settings {
      let standard = setting.standard.map { "=\($0)" } ?? ""
      let allowed = setting.allowed.map { " (\($0))" } ?? ""
      text += "- `\(setting.name)\(standard)`: \(setting.meaning)\(allowed)\n"
    }
    for form in forms { text += "- `\(form.usage)`: \(form.meaning)\n" }
    for rule in rules {
      for (left, right) in rule.formulas(typeset: false) { text += "- `\(left) = \(right)`\n" }
      if let domain = rule.domain { text += "- defined for `\(domain)`\n" }
      if let kinks = rule.kinks { text += "- no derivative at `\(kinks)`\n" }
    }
    if !settings.isEmpty || !forms.isEmpty || !rules.isEmpty { text += "\n" }
    for note in notes { text += "\(note.capitalizedSentence).\n\n" }
    for group in formulas {
      if let condition = group.condition { text += "\(condition.capitalizedSentence):\n\n" }
      for line in group.texts(typeset: false) { text += "- `\(line.name) = \(line.text)`\n" }
      text += "\n"
    }
    if let source { text += "Source: \(source).\n\n" }
    guard let example else { return text }
    text += "```gradus\n\(example)\n```\n\n"
    let shown = TextRenderer().text(shownByExample(typeset: true, width: 80))
    return shown.isEmpty ? text : text + "```text\n\(shown)```\n\n"
  }
}

extension String {
  /// The text with its first letter as a sentence begins.
  fileprivate var capitalizedSentence: String { prefix(1).uppercased() + dropFirst() }
}
