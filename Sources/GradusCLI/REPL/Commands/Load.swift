import Reporting

extension REPLCommand {
  static let load = REPLCommand(
    "load", usage: ":load neuron.grad", "run a program file in this session",
    words: FileCompletion.paths(beginning:)
  ) { repl, words in
    let path = words.asPath
    guard !path.isEmpty, path != "-" else {
      repl.say("name a file: ':load neuron.grad'")
      return
    }
    do throws(FileProblem) {
      repl.run(SourceText(name: path, bytes: try InputFile.bytes(of: path)))
    } catch {
      repl.say(error.message)
    }
  }
}
