import Language
import Reporting

/// The prompt: reads an entry, runs it or obeys it, shows what happened, and asks again.
final class REPL {
  init(renderer: TextRenderer, numbers: NumberStyle, limits: Limits) {}

  /// Asks until the person leaves.
  func run() {}

  /// Runs statements and shows what happens.
  func run(_ text: SourceText) {}
}
