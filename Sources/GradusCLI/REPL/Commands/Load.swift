import Reporting

extension REPLCommand {
  static let load = REPLCommand(
    "load", usage: ":load neuron.grad", "run a program file in this session",
    words: { _, typed in FileCompletion.paths(beginning: typed) }
  ) { repl, words in
    let path = words.asPath
    guard !path.isEmpty, path != "-" else {
      repl.say("name a file: ':load neuron.grad'")
      return
    }
    do throws(ProgramFile.Failure) {
      repl.take(try ProgramFile.read(path))
    } catch {
      repl.say(error.message)
    }
  }
}
