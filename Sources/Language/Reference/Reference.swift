import Autodiff
import Reporting

/// The reference: everything there is to say about every word, from the definitions themselves.
public enum Reference {
  /// Every entry, family by family.
  public static let entries: [ReferenceEntry] =
    verbs + statements + networks + losses + optimizers + schedules + clips + stopping + records
    + settings + functions + symbols + constants + diagnoses

  /// The entries of a word or symbol, under any of its names; a verb may share its name with a
  /// function.
  public static func entries(for name: String) -> [ReferenceEntry] {
    let exact = entries.filter { $0.name == name }
    let named = exact.isEmpty ? entries.filter { $0.aliases.contains(name) } : exact
    // Half the name of a mistake is enough to ask for it: sign, path.
    if named.contains(where: { $0.kind == .verb || $0.kind == .statement }) { return named }
    let mistakes = entries.filter {
      $0.kind == .diagnosis && $0.name != name
        && $0.name.split(separator: "-").first == Substring(name)
    }
    return named + mistakes
  }

  /// Every word that has an entry, once.
  public static var names: [String] {
    var seen: Set<String> = []
    return entries.flatMap { [$0.name] + $0.aliases }.filter { seen.insert($0).inserted }
  }

  /// Every word that has an entry, once, with all that it may mean.
  public static var topics: [(name: String, summary: String)] {
    let meanings = Dictionary(grouping: entries, by: \.name)
    var seen: Set<String> = []
    return entries.filter { seen.insert($0.name).inserted }.map { entry in
      (entry.name, (meanings[entry.name] ?? []).map(\.summary).joined(separator: "; or "))
    }
  }

  /// The verbs a beginner needs.
  public static var firstVerbs: [ReferenceEntry] {
    let names = Set(Verbs.all.filter(\.isForBeginners).map(\.name))
    return verbs.filter { names.contains($0.name) }
  }

  private static let verbs: [ReferenceEntry] = Verbs.all.map { verb in
    ReferenceEntry(
      kind: .verb, name: verb.name, usage: verb.usage, summary: verb.summary, family: "verbs",
      settings: verb.options.map {
        ReferenceEntry.Setting(name: $0.name, meaning: $0.meaning)
      }, forms: (forms[verb.name] ?? []).map { ReferenceEntry.Form(usage: $0, meaning: $1) },
      example: examples[verb.name])
  }

  private static let statements: [ReferenceEntry] = Statement.words.map { word in
    ReferenceEntry(
      kind: .statement, name: word.word, usage: word.usage, summary: word.summary,
      family: "statements",
      settings: (word.word == "net" ? Network.options : [])
        .map { ReferenceEntry.Setting(name: $0.name, meaning: $0.meaning) },
      forms: (forms[word.word] ?? []).map { ReferenceEntry.Form(usage: $0, meaning: $1) },
      example: examples[word.word])
  }

  private static let constants: [ReferenceEntry] = Builtins.constants.sorted { $0.key < $1.key }
    .map { name, value in
      ReferenceEntry(
        kind: .constant, name: name, usage: name,
        summary: "the number \(NumberStyle.exact.text(value)), unless the program says otherwise",
        family: "numbers with a name")
    }
}
