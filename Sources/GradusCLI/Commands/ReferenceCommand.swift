import ArgumentParser
import Glibc
import Language
import Reporting

/// Says what a word of the language means, or lists all words.
struct ReferenceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reference",
    abstract: "Look up a verb, a function or a symbol; without a name, list them all.")

  @ArgumentParser.Argument(
    help: "A verb, a function, or a symbol such as '+'.",
    completion: .list(Reference.names.filter { $0.utf8.allSatisfy { $0 > 0x40 && $0 < 0x7B } }))
  var name: String?

  @Flag(help: "A JSON object a line.")
  var json = false

  @Flag(help: "A Markdown page; without a name, of everything.")
  var markdown = false

  @OptionGroup(title: "How it looks") var page: PageOptions

  func validate() throws {
    if json, markdown { throw ValidationError("--json and --markdown exclude each other") }
    guard let name, Reference.entries(for: name).isEmpty else { return }
    let closest = closestName(to: name, among: Reference.names)
    throw ValidationError(
      "the language has no '\(name.sanitizedLine)'"
        + (closest.map { "; did you mean '\($0)'?" } ?? ""))
  }

  func run() throws {
    let output = Output.results()
    defer { output.flush() }
    let chosen = name.map { Reference.entries(for: $0) } ?? Reference.entries
    if json {
      for entry in chosen { output.write(entry.jsonValue.text + "\n") }
      return
    }
    if markdown {
      output.write(Reference.markdown(chosen))
      return
    }
    let page = Page(page.choice, of: STDOUT_FILENO)
    if let name, let entry = Reference.page(for: name, typeset: !page.ascii, width: page.width) {
      output.write(page.renderer.text(entry))
    } else {
      output.write(page.renderer.text(Reference.overview(commands: Gradus.commands)))
    }
  }
}
