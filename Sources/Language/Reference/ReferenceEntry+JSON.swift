public import Reporting

/// Entries for other programs.
extension ReferenceEntry {
  /// The entry as one JSON object.
  public var jsonValue: JSONValue {
    let rules = rules.map { rule -> JSONValue in
      let formulas = rule.formulas(typeset: false)
      return .object([
        ("definition", rule.definition == nil ? .null : .string(formulas[0].1)),
        (
          "derivatives",
          .array(
            formulas.dropFirst().map {
              .object([("of", .string($0.0)), ("formula", .string($0.1))])
            })
        ),
        ("domain", rule.domain.map { .string($0) } ?? .null),
        ("kinks", rule.kinks.map { .string($0) } ?? .null),
      ])
    }
    let settings = settings.map { setting -> JSONValue in
      .object([
        ("name", .string(setting.name)),
        ("default", setting.standard.map { .string($0) } ?? .null),
        ("meaning", .string(setting.meaning)),
      ])
    }
    return .object([
      ("type", .string("reference")), ("kind", .string(kind.rawValue)), ("name", .string(name)),
      ("usage", .string(usage)), ("summary", .string(summary)), ("family", .string(family)),
      ("aliases", .array(aliases.map { .string($0) })), ("settings", .array(settings)),
      ("rules", .array(rules)), ("example", example.map { .string($0) } ?? .null),
    ])
  }
}
