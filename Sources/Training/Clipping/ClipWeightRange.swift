public import Autodiff

/// Every weight by itself to between −c and c, or to between two bounds.
public enum ClipWeightRange: ClipRule {
  public static let name = "range"
  public static let function = "clip_weights_range"
  public static let subject = Clip.Subject.weights
  public static let summary = "every weight by itself, to between -c and c, or lo and hi"
  public static let source = "Arjovsky, Chintala and Bottou (2017); torch.clamp"
  public static let settings = [
    Setting("c", .nan, "the largest magnitude", in: 0 ... .infinity),
    Setting("lo", .nan, "the lower bound instead of -c"),
    Setting("hi", .nan, "the upper bound instead of c"),
  ]

  public static func clipped<N: Number>(_ tensors: [[N]], _ s: Settings) -> [[N]] {
    let c = s[0].isNaN ? .infinity : s[0]
    let (low, high) = (s[1].isNaN ? -c : s[1], s[2].isNaN ? c : s[2])
    return tensors.map { tensor in tensor.map { N.min(N.max($0, N(low)), N(high)) } }
  }
}
