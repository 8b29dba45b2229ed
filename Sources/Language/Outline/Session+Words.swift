import Reporting

extension Session {
  /// Whether the language has a word of that name: a function, a verb, or what an option of a training
  /// knows, such as `newton`.
  public static func isWord(_ name: String) -> Bool { words.contains(name) }

  /// The word of the language that was most likely meant; nil if none is close.
  public static func word(closestTo name: String) -> String? {
    closestName(to: name, among: words.sorted())
  }

  private static let words: Set<String> = {
    let options = ["loss", "optimizer", "clip", "clip_weights", "init", "stop"]
    return Set(
      Builtins.all.map(\.name) + Verbs.all.map(\.name)
        + options.flatMap(OptionWord.known).map(\.name))
  }()
}
