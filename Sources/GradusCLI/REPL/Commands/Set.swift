import Language
import Reporting

extension REPLCommand {
  static let set = REPLCommand(
    "set", usage: ":set digits 10", "how things are shown: digits, unicode, color, steps"
  ) { repl, rest in
    let words = rest.split { $0.isWhitespace || $0 == "=" }.map(String.init)
    guard words.count == 2 else {
      repl.say(repl.settings)
      return
    }
    switch (words[0], words[1]) {
    case ("digits", let value):
      guard let digits = Int(value), (1...17).contains(digits) else {
        repl.say("'digits' is a whole number from 1 to 17")
        return
      }
      repl.look.digits = digits
    case ("steps", let value):
      guard let steps = Int(value), steps > 0 else {
        repl.say("'steps' is how many steps of a pass are shown at once, from 1")
        return
      }
      repl.presenter.mostSteps = steps
    case ("unicode", let value) where ["on", "off"].contains(value):
      repl.look.ascii = value == "off"
    case ("color", let value) where ["on", "off"].contains(value):
      repl.look.color = value == "on" ? .always : .never
    default:
      repl.say(repl.settings)
    }
  }
}

extension REPL {
  /// What can be set and what it is set to.
  var settings: Document {
    var table = Table(indent: 2)
    func add(_ words: String, _ meaning: String) {
      table.rows.append([StyledText(words, .name), StyledText(meaning)])
    }
    add("digits \(look.digits)", "significant digits, 1 to 17")
    add("steps \(presenter.mostSteps ?? 0)", "how many steps of a pass are shown at once")
    add("unicode \(presenter.typeset ? "on" : "off")", "formulas like 1 − y², or 1 - y^2")
    add("color \(look.color == .auto ? "auto" : look.color == .always ? "on" : "off")", "colours")
    var document = Document()
    document.add(table)
    return document
  }
}
