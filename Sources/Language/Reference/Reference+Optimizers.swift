import Autodiff
import Reporting
import Training

/// Entries of what makes a step: rules for each parameter, and methods for all together.
extension Reference {
  static let optimizers: [ReferenceEntry] =
    Optimizers.all.map { optimizer in
      ReferenceEntry(
        kind: .optimizer, name: optimizer.name,
        usage: "optimizer=\(call(optimizer.name, optimizer.settings.prefix(1)))",
        summary: optimizer.summary, family: "optimizers, for each parameter by itself",
        settings: optimizer.settings.map { ReferenceEntry.Setting($0) },
        notes: ["any number may follow a schedule: lr=cosine(0.1, steps=100)"],
        formulas: OptimizerFormulas(optimizer).groups, source: optimizer.source,
        example: example(of: optimizer.name, optimizer.settings))
    }
    + ObjectiveMethods.all.map { method in
      ReferenceEntry(
        kind: .optimizer, name: method.name,
        usage: "optimizer=\(call(method.name, method.settings.prefix(1)))",
        summary: method.summary, family: "optimizers, for all parameters together",
        settings: method.settings.map { ReferenceEntry.Setting($0) },
        notes: ["it looks at the whole loss, so 'train' gives it all rows at every step"],
        source: method.source, example: example(of: method.name, method.settings))
    }

  /// Three steps down a bowl, with steps long enough to be seen.
  private static func example(of name: String, _ settings: [Setting]) -> String {
    let isShort = settings.contains { $0.name == "lr" && $0.standard < 0.1 }
    return """
      param x = 4
      L = (x - 1)^2
      minimize L, optimizer=\(name)\(isShort ? "(lr=0.1)" : ""), steps=3
      """
  }
}

/// An optimizer's update in its plain form, and what each setting that is off by default adds.
struct OptimizerFormulas {
  private let optimizer: Optimizer

  init(_ optimizer: Optimizer) {
    self.optimizer = optimizer
  }

  var groups: [FormulaGroup] {
    let plain = optimizer.defaultSettings.values
    return [FormulaGroup(condition, lines(plain))] + variants(of: plain)
  }

  /// What the formulas are about, and what the states are at first.
  private var condition: String {
    let settings = optimizer.defaultSettings
    let starts = optimizer.states(settings).map { state in
      "\(state) = \(NumberStyle.exact.text(optimizer.start(state, settings)))"
    }
    let first = starts.isEmpty ? "" : "; first \(starts.joined(separator: ", "))"
    return "for each w with gradient g, at step t = 1, 2, …\(first)"
  }

  private func lines(_ values: [Double]) -> [FormulaGroup.Line] {
    let settings = Settings(values)
    var lines: [FormulaGroup.Line] = []
    let updated = optimizer.formulas(
      Update(
        w: Formula("w"), g: Formula("g"),
        states: optimizer.states(settings).map { Formula($0) }, t: Formula("t"),
        settings: settings, names: optimizer.settings.map(\.name)
      ) { name, formula in
        lines.append((name, formula))
        return Formula(name)
      })
    lines.append(("w", updated.w))
    return lines
  }

  /// For each setting that is off, the lines that are different when it is on; where it does
  /// nothing by itself, together with another that is off.
  private func variants(of plain: [Double]) -> [FormulaGroup] {
    let off = optimizer.settings.indices.filter { plain[$0] == 0 }
    return off.compactMap { place in
      if let group = variant(plain, plain, switching: [place]) { return group }
      for other in off where other != place {
        var base = plain
        base[other] = 1
        if let group = variant(plain, base, switching: [other, place]) { return group }
      }
      return nil
    }
  }

  /// What the last of some settings changes in the update; a line in which only a primed name takes
  /// the place of a plain one is left out.
  private func variant(_ plain: [Double], _ base: [Double], switching places: [Int])
    -> FormulaGroup?
  {
    var values = base
    for place in places { values[place] = 1 }
    guard optimizer.conflict(Settings(values)) == nil else { return nil }
    let (before, after) = (FormulaGroup(lines(base)), FormulaGroup(lines(values)))
    guard !before.changes(to: after).isEmpty else { return nil }
    let known = Set(FormulaGroup(lines(plain)).texts(typeset: true).map { "\($0.name)=\($0.text)" })
    let primed = after.lines.map(\.name).filter { name in
      name.hasSuffix("′") && !known.contains { $0.hasPrefix("\(name)=") }
    }
    let new = zip(after.lines, after.texts(typeset: true)).filter { line, text in
      let bare = primed.reduce(text.text) { $0.replacing($1, with: $1.dropLast()) }
      return !known.contains("\(text.name)=\(text.text)") && !known.contains("\(text.name)=\(bare)")
    }.map(\.0)
    let names = places.map { optimizer.settings[$0].name }.joined(separator: " and ")
    let swaps = primed.map { "\($0) takes the place of \($0.dropLast())" }
    return FormulaGroup(
      (["with \(names)"] + swaps).joined(separator: ", "), new)
  }
}
