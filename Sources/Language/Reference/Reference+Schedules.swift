import Autodiff
import Reporting
import Training

/// Entries of schedules: numbers that change with the steps.
extension Reference {
  private static let family = "schedules"
  private static let standing = ReferenceEntry.Form(
    usage: "optimizer=sgd(lr=…)", meaning: "it may stand for any number of an optimizer or a clip")

  static let schedules: [ReferenceEntry] =
    Schedules.all.map { schedule in
      let call = call(of: schedule)
      return ReferenceEntry(
        kind: .schedule, name: schedule.name,
        usage: usage(schedule.name, schedule.settings, schedule.list), summary: schedule.summary,
        family: family, settings: Builtins.named(schedule.name).map(settings) ?? [],
        forms: [standing],
        formulas: [
          FormulaGroup(
            "\(call), after t steps",
            [("value", schedule.formula(Formula("t"), example(of: schedule)))])
        ], source: schedule.source, example: "s = \(call)\n[s(t) for t in 0..10]")
    } + ["plateau", "then"].compactMap(Builtins.named).map(entry)

  /// A call with what it must be given; the page lists the rest.
  private static func usage(_ name: String, _ settings: [Setting], _ list: Setting?) -> String {
    let needed = settings.filter { $0.standard.isNaN }.map(\.name)
    return "\(name)(\((needed + (list.map { ["\($0.name)=[…]"] } ?? [])).joined(separator: ", ")))"
  }

  /// Its example's numbers, and the defaults of the others.
  private static func example(of schedule: Schedule) -> Settings {
    let standard = schedule.settings.map(\.standard)
    return Settings(schedule.example + standard.dropFirst(schedule.example.count))
  }

  private static func call(of schedule: Schedule) -> String {
    var words = zip(schedule.settings, schedule.example).map { setting, number in
      "\(setting.name)=\(NumberStyle.exact.text(number))"
    }
    if let first = schedule.example.first { words[0] = NumberStyle.exact.text(first) }
    if let list = schedule.list {
      let numbers = schedule.example.dropFirst(schedule.settings.count)
      let texts = numbers.map { NumberStyle.exact.text($0) }
      words.append("\(list.name)=[\(texts.joined(separator: ", "))]")
    }
    return "\(schedule.name)(\(words.joined(separator: ", ")))"
  }

  /// What is no function of the steps alone.
  private static func entry(_ builtin: Builtin) -> ReferenceEntry {
    let isPlateau = builtin.name == Plateau.name
    return ReferenceEntry(
      kind: .schedule, name: builtin.name,
      usage: isPlateau ? usage(Plateau.name, Plateau.settings, nil) : "then(a, n, b)",
      summary: builtin.summary,
      family: family, settings: settings(of: builtin), forms: [standing],
      source: isPlateau ? Plateau.source : "torch.optim.lr_scheduler.SequentialLR",
      example: isPlateau
        ? "s = plateau(0.1, factor=0.5, patience=1)\ns([3, 2, 2, 2, 2, 2])"
        : "s = then(warmup(0.1, steps=4), 4, cosine(0.1, steps=6))\n[s(t) for t in 0..10]")
  }
}
