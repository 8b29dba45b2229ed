/// Entries of what is named in a statement or a layer: `l1`, `batch`, `init`.
extension Reference {
  /// A word for each name, from the statements and layers that know it.
  static let settings: [ReferenceEntry] = {
    let places =
      Verbs.all.map { verb in (verb.name, verb.options.map { ($0.name, $0.meaning) }) }
      + [("net", Network.options.map { ($0.name, $0.meaning) })]
      + LayerKind.all.map { kind in (kind.name, kind.options.map { ($0.name, $0.meaning) }) }
    var names: [String] = []
    var uses: [String: [(place: String, meaning: String)]] = [:]
    for (place, options) in places {
      for (name, meaning) in options {
        if uses[name] == nil { names.append(name) }
        uses[name, default: []].append((place, meaning))
      }
    }
    return names.map { entry($0, uses[$0] ?? []) } + methods
  }()

  private static let family = "settings of statements and layers"

  private static func entry(_ name: String, _ uses: [(place: String, meaning: String)])
    -> ReferenceEntry
  {
    let isTheSame = Set(uses.map(\.meaning)).count == 1
    let places = uses.map(\.place)
    let list = places.dropLast().joined(separator: ", ")
    let words = list.isEmpty ? places.joined() : "\(list) and \(places.last ?? "")"
    return ReferenceEntry(
      kind: .setting, name: name, usage: "\(name)=",
      summary: "a setting of \(words)" + (isTheSame ? ": \(uses[0].meaning)" : ""), family: family,
      forms: isTheSame
        ? [] : uses.map { ReferenceEntry.Form(usage: $0.place, meaning: $0.meaning) },
      notes: ["'reference \(places[0])' shows it with the others"])
  }

  /// The ways of a search to come to its trials.
  private static let methods = SearchMethod.allCases.map { method in
    ReferenceEntry(
      kind: .setting, name: method.rawValue, usage: "method=\(method.rawValue)",
      summary: "a method of search: \(method.meaning)", family: family)
  }
}
