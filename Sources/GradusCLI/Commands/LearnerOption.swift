import ArgumentParser

/// Whose numbers are meant.
struct LearnerOption: ParsableArguments {
  @Option(
    help: ArgumentHelp("The learner, for whom the numbers of a quiz are drawn.", valueName: "name"))
  var seed: String?
}
