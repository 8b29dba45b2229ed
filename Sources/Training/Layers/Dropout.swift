public import Autodiff

/// Dropout: in training each number is kept or set to 0 by a mask (Srivastava and others, 2014;
/// torch.nn.Dropout).
public enum Dropout {
  /// Numbers that are chosen.
  public static let settings = [
    Setting("p", 0.5, "the probability that a number is set to 0", in: 0...1),
    Setting(
      "mode", words: ["inverted", "classic"],
      "whether what is kept grows by 1/(1 - p) in training, or all shrinks by 1 - p after it"),
  ]

  /// Numbers in training, with a mask of 1 for each that is kept and 0 for each that is not.
  public static func masked<N: Number>(_ x: [N], by mask: [N], _ s: Settings) -> [N] {
    // Where nothing is kept there is nothing to make larger.
    let isPlain = s[1] == 1 || s[0] == 1
    return zip(x, mask).map { $0 * (isPlain ? $1 : $1 / (1 - s[0])) }
  }

  /// Numbers after training.
  public static func evaluated<N: Number>(_ x: [N], _ s: Settings) -> [N] {
    s[1] == 1 ? x.map { $0 * (1 - s[0]) } : x
  }
}
