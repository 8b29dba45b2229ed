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
        ("allowed", setting.allowed.map { .string($0) } ?? .null),
      ])
    }
    let forms = forms.map { form -> JSONValue in
      .object([("usage", .string(form.usage)), ("meaning", .string(form.meaning))])
    }
    let formulas = formulas.map { group -> JSONValue in
      let lines = group.texts(typeset: false).map { line -> JSONValue in
        .object([("name", .string(line.name)), ("formula", .string(line.text))])
      }
      return .object([
        ("condition", group.condition.map { .string($0) } ?? .null), ("lines", .array(lines)),
      ])
    }
    return .object([
      ("type", .string("reference")), ("kind", .string(kind.rawValue)), ("name", .string(name)),
      ("usage", .string(usage)), ("summary", .string(summary)), ("family", .string(family)),
      ("aliases", .array(aliases.map { .string($0) })), ("settings", .array(settings)),
      ("forms", .array(forms)), ("notes", .array(notes.map { .string($0) })),
      ("rules", .array(rules)), ("formulas", .array(formulas)),
      ("source", source.map { .string($0) } ?? .null),
      ("example", example.map { .string($0) } ?? .null),
    ])
  }
}
