import Autodiff
import Reporting
import Training

/// Entries of losses.
extension Reference {
  static let losses: [ReferenceEntry] = Losses.all.map { loss in
    let builtin = Builtins.named(loss.name)
    let operands = builtin?.operandNames.joined(separator: ", ") ?? ""
    return ReferenceEntry(
      kind: .loss, name: loss.name, usage: "\(loss.name)(\(operands))", summary: loss.summary,
      family: "losses", aliases: loss.aliases, settings: builtin.map(settings) ?? [],
      forms: [
        ReferenceEntry.Form(
          usage: "loss=\(call(loss.name, loss.settings.prefix(1).filter { $0.standard != 0 }))",
          meaning: "in 'train': of every row, averaged over the rows")
      ], notes: notes(on: loss), formulas: formulas(of: loss), source: loss.source,
      example: example(of: loss))
  }

  /// `huber(delta=1)`, or the bare word where nothing is chosen.
  static func call(_ name: String, _ settings: some Collection<Setting>) -> String {
    guard !settings.isEmpty else { return name }
    return "\(name)(" + settings.map { "\($0.name)=\($0.standardText)" }.joined(separator: ", ")
      + ")"
  }

  private static func notes(on loss: Loss) -> [String] {
    var notes: [String] = []
    switch loss.target {
    case .values: notes.append("the target has a number for each number of the prediction")
    case .classes:
      notes.append(
        "the target is the number of the right class, from 1, or a probability for each class")
    }
    if case .above(let threshold, _) = loss.decision {
      notes.append("a prediction above \(NumberStyle().text(threshold)) counts as yes")
    }
    return notes
  }

  // MARK: Formulas

  /// The loss as it is unless told otherwise, and what other settings make of it.
  private static func formulas(of loss: Loss) -> [FormulaGroup] {
    let plain = cases(of: loss, loss.defaultSettings)
    let variants = loss.settings.indices.compactMap { place -> FormulaGroup? in
      let setting = loss.settings[place]
      let number = otherNumber(than: setting)
      var values = loss.defaultSettings.values
      values[place] = number
      let other = cases(of: loss, Settings(values))[0]
      // A number that only stands where another stood shows nothing new.
      guard length(of: other) != length(of: plain[0]) else { return nil }
      let word = setting.words.isEmpty ? NumberStyle.exact.text(number) : setting.words[1]
      return FormulaGroup("with \(setting.name)=\(word)", plain[0].changes(to: other))
    }
    return plain + variants
  }

  private static func length(of group: FormulaGroup) -> Int {
    group.texts(typeset: true).reduce(0) { $0 + $1.text.count }
  }

  /// A number that shows what a setting does.
  private static func otherNumber(than setting: Setting) -> Double {
    if !setting.words.isEmpty { return 1 }
    let number = setting.standard == 0 ? 0.1 : 2 * setting.standard
    return min(max(number, setting.allowed.lowerBound), setting.allowed.upperBound)
  }

  /// The loss for each kind of target, with what becomes of many terms.
  private static func cases(of loss: Loss, _ settings: Settings) -> [FormulaGroup] {
    func names(_ name: String) -> [Formula] { (1...3).map { Formula("\(name)[\($0)]") } }
    switch loss.target {
    case .values:
      let term = loss.formulas([Formula("p")], [Formula("t")], [], settings)[0]
      let all = Loss.reduced(names("l"), .mean)[0]
      return [
        FormulaGroup(
          "for each number p of the prediction and t of the target", [("l", term)]),
        FormulaGroup("and of all together", [("loss", all)]),
      ]
    case .classes:
      let number = loss.formulas(names("p"), [Formula(2)], [], settings)[0]
      let shares = loss.formulas(names("p"), names("t"), [], settings)[0]
      return [
        FormulaGroup("where the right class is 2 of 3", [("loss", number)]),
        FormulaGroup("where t has a probability for each class", [("loss", shares)]),
      ]
    }
  }

  private static func example(of loss: Loss) -> String {
    guard let sample = loss.samples.first else { return "" }
    func text(_ numbers: [Double]) -> String {
      let texts = numbers.map { NumberStyle.exact.text($0) }
      let isClass = loss.target == .classes && numbers.count == 1
      return isClass ? texts[0] : "[\(texts.joined(separator: ", "))]"
    }
    return """
      input p = \(text(sample.prediction))
      L = \(loss.name)(p, \(text(sample.target)))
      backward L
      """
  }
}
