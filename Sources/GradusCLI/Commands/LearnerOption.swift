import ArgumentParser

/// Whose numbers are meant.
struct LearnerOption: ParsableArguments {
  @Option(
    help: ArgumentHelp("The learner, for whom the numbers of a quiz are drawn.", valueName: "name"))
  var seed: String?

  func validate() throws {
    if let seed, seed.allSatisfy(\.isWhitespace) {
      throw ValidationError("--seed wants the name of a learner, and here it is empty.")
    }
  }
}
