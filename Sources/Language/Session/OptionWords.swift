import Autodiff
import Training

/// A word that an option of a statement knows, with what may stand in its parentheses.
struct OptionWord {
  var name: String
  var help: String
  var settings: [Setting] = []

  /// The words an option knows, from the lists they stand in; empty if it takes any value.
  static func known(to option: String) -> [OptionWord] {
    switch option {
    case "loss":
      Losses.all.map { OptionWord(name: $0.name, help: $0.summary, settings: $0.settings) }
    case "optimizer":
      Optimizers.all.map { OptionWord(name: $0.name, help: $0.summary, settings: $0.settings) }
        + ObjectiveMethods.all.map {
          OptionWord(name: $0.name, help: $0.summary, settings: $0.settings)
        }
    case "clip": clips(.gradients)
    case "clip_weights": clips(.weights)
    case "init":
      Initialization.all.map {
        OptionWord(name: $0.name, help: $0.summary, settings: $0.settings)
      }
    case "stop":
      [
        OptionWord(
          name: EarlyStopping.name, help: EarlyStopping.summary, settings: EarlyStopping.settings)
      ]
    case "step":
      [
        OptionWord(name: RewindWord.last.rawValue, help: "the last step that was made"),
        OptionWord(name: RewindWord.end.rawValue, help: "after it, where the run ended"),
      ]
    case "batch": [OptionWord(name: "all", help: "all rows at every step")]
    case "shuffle", "updates", "unfold", "resume", "sweep":
      [OptionWord(name: "true", help: "yes"), OptionWord(name: "false", help: "no")]
    default: []
    }
  }

  private static func clips(_ subject: Clip.Subject) -> [OptionWord] {
    Clips.all.filter { $0.subject == subject }
      .map { OptionWord(name: $0.name, help: $0.summary, settings: $0.settings) }
  }
}
