public import Autodiff

/// Layer normalization: a row less its mean, by its deviation, times gamma, plus beta
/// (Ba, Kiros and Hinton, 2016; torch.nn.LayerNorm).
public enum LayerNorm {
  /// Numbers that are chosen.
  public static let settings = [
    Setting("eps", 1e-5, "what is added to the variance", in: 0 ... .infinity)
  ]

  /// A row, normalized by itself.
  public static func normalized<N: Number>(_ row: [N], gamma: [N], beta: [N], _ s: Settings) -> [N]
  {
    zip(zip(Standardizing.standardized(row, eps: s[0]), gamma), beta).map { $0.1 * $0.0 + $1 }
  }
}
