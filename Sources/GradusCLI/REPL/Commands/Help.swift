import Language
import Reporting

extension REPLCommand {
  static let help = REPLCommand(
    "help", usage: ":help tanh", "what can be typed; ':help NAME' tells more of a name",
    bareWords: ["help", "?"],
    words: { _, _ in
      let commands = REPLCommand.all.map { Completion(text: $0.name, help: $0.summary) }
      return Reference.topics.map { Completion(text: $0.name, help: $0.summary) } + commands
    }
  ) { repl, topic in
    switch topic {
    case "": repl.say(repl.guide == nil ? repl.firstHelp : repl.lessonHelp)
    case "more":
      repl.say(Reference.overview(commands: REPLCommand.all.map { ($0.usage, $0.summary) }))
    default: repl.say(repl.help(on: topic))
    }
  }
}

extension REPL {
  /// What a beginner needs: a neuron to type, and the first verbs.
  var firstHelp: Document {
    var document = Document()
    document.add(StyledText("Type a network, one statement a line:", .heading))
    for line in ["input x = 2", "param w = -3", "y = tanh(w*x + 1)", "backward y"] {
      document.add(StyledText(line, .formula), indent: 2)
    }
    document.add(StyledText("Then ask:", .heading))
    var table = Table(indent: 2)
    for entry in Reference.firstVerbs {
      let usage = String(entry.usage.prefix { $0 != "," })
      table.rows.append([StyledText(usage, .name), StyledText(entry.summary)])
    }
    for command in REPLCommand.first {
      table.rows.append([StyledText(command.usage, .name), StyledText(command.summary)])
    }
    document.add(table)
    document.add(
      StyledText("':help more' lists everything, ':help tanh' tells more of one thing", .muted))
    return document
  }

  /// What a learner needs in a lesson.
  var lessonHelp: Document {
    var document = Document(
      StyledText("Enter goes on; what you type is tried or graded.", .heading))
    var table = Table(indent: 2)
    let commands = REPLCommand.all.filter(\.isForLessons) + [.undo, .reset, .quit]
    for command in commands {
      table.rows.append([StyledText(command.usage, .name), StyledText(command.summary)])
    }
    document.add(table)
    document.add(StyledText("':help more' lists everything that can be typed", .muted))
    return document
  }

  func help(on topic: String) -> Document {
    let name = topic.hasPrefix(":") ? String(topic.dropFirst()) : topic
    if let page = Reference.page(for: name, typeset: presenter.typeset, width: presenter.width) {
      return page
    }
    if let command = REPLCommand.all.first(where: { $0.name == name }) {
      return Document(StyledText(command.usage, .name) + "  " + StyledText(command.summary))
    }
    let names = Reference.names + REPLCommand.all.map(\.name)
    let closest = closestName(to: name, among: names)
    return Document(
      StyledText(
        "there is no help on '\(name.sanitizedLine)'"
          + (closest.map { "; did you mean '\($0)'?" } ?? ""), .muted)
    )
  }
}
