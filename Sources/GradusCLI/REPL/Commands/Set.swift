import Language
import Reporting

extension REPLCommand {
  static let set = REPLCommand(
    "set", usage: ":set digits 10",
    "how things are shown: \(ShownSetting.all.map(\.name).joined(separator: ", "))",
    words: { _, _ in ShownSetting.all.map { Completion(text: $0.name, help: $0.meaning) } }
  ) { repl, rest in
    let words = rest.split { $0.isWhitespace || $0 == "=" }.map(String.init)
    guard let name = words.first else {
      repl.say(repl.settings)
      return
    }
    guard let setting = ShownSetting.all.first(where: { $0.name == name }) else {
      let closest = closestName(to: name, among: ShownSetting.all.map(\.name))
      repl.say(
        "there is no setting '\(name.sanitizedLine)'"
          + (closest.map { "; did you mean '\($0)'?" } ?? "; ':set' lists what there is"))
      return
    }
    if words.count != 2 || !setting.set(repl, words[1]) {
      repl.say("'\(name)' is \(setting.values), as in ':set \(name) \(setting.example)'")
    }
  }
}

/// Something about how things are shown that a person can choose.
struct ShownSetting: Sendable {
  /// The word for it.
  let name: String
  /// One line about it.
  let meaning: String
  /// What it can be.
  let values: String
  /// A value it can have.
  let example: String
  /// What it is now.
  let value: @Sendable (REPL) -> String
  /// Sets it; false if it cannot be that.
  let set: @Sendable (REPL, String) -> Bool

  /// All of them, in the order of help.
  static let all = [digits, steps, unicode, color]

  private static let digits = ShownSetting(
    name: "digits", meaning: "significant digits of numbers", values: "a number from 1 to 17",
    example: "10", value: { String($0.look.digits) }
  ) { repl, word in
    guard let digits = Int(word), (1...17).contains(digits) else { return false }
    repl.look.digits = digits
    return true
  }

  private static let steps = ShownSetting(
    name: "steps", meaning: "how many steps of a pass are shown at once",
    values: "a number from 1", example: "100",
    value: { repl in repl.presenter.mostSteps.map { String($0) } ?? "all" }
  ) { repl, word in
    guard let steps = Int(word), steps > 0 else { return false }
    repl.presenter.mostSteps = steps
    return true
  }

  private static let unicode = ShownSetting(
    name: "unicode", meaning: "formulas like 1 − y², or 1 - y^2", values: "on or off",
    example: "off", value: { $0.presenter.typeset ? "on" : "off" }
  ) { repl, word in
    guard ["on", "off"].contains(word) else { return false }
    repl.look.ascii = word == "off"
    return true
  }

  private static let color = ShownSetting(
    name: "color", meaning: "colours", values: "on, off or auto", example: "off",
    value: { $0.look.color == .auto ? "auto" : $0.look.color == .always ? "on" : "off" }
  ) { repl, word in
    guard let color = ["on": Page.Color.always, "off": .never, "auto": .auto][word] else {
      return false
    }
    repl.look.color = color
    return true
  }
}

extension REPL {
  /// What can be set and what it is set to.
  var settings: Document {
    var table = Table(indent: 2)
    for setting in ShownSetting.all {
      table.rows.append([
        StyledText("\(setting.name) \(setting.value(self))", .name), StyledText(setting.meaning),
      ])
    }
    var document = Document()
    document.add(table)
    return document
  }
}
