import ArgumentParser
import Language

/// What a run may use before it is stopped with an error that names the limit.
struct LimitOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The most nodes of the graph.", valueName: "n"))
  var limitNodes: Int?

  @Option(help: ArgumentHelp("The most steps of the interpreter.", valueName: "n"))
  var limitSteps: Int?

  @Option(help: ArgumentHelp("The most memory for the graph: 512M, 2G.", valueName: "size"))
  var limitMemory: MemorySize?

  @Option(help: ArgumentHelp("The longest time, in seconds.", valueName: "s"))
  var limitSeconds: Double?

  @Option(
    help: ArgumentHelp(
      "Threads for training; changes the speed and never a result.", valueName: "n"))
  var threads: Int?

  var limits: Limits {
    var limits = Limits()
    if let limitNodes { limits.nodes = limitNodes }
    if let limitSteps { limits.steps = limitSteps }
    if let limitMemory { limits.memory = limitMemory.bytes }
    if let limitSeconds { limits.seconds = limitSeconds }
    if let threads { limits.threads = threads }
    return limits
  }

  func validate() throws {
    for (name, value) in [
      ("--limit-nodes", limitNodes), ("--limit-steps", limitSteps), ("--threads", threads),
    ] {
      if let value, value < 1 {
        throw ValidationError("\(name) takes a number from 1, not \(value)")
      }
    }
    if let limitSeconds, !(limitSeconds > 0) {
      throw ValidationError("--limit-seconds takes a number above 0, not \(limitSeconds)")
    }
  }
}
