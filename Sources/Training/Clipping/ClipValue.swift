public import Autodiff

/// Every gradient by itself to between −c and c.
public enum ClipValue: ClipRule {
  public static let name = "value"
  public static let function = "clip_value"
  public static let subject = Clip.Subject.gradients
  public static let summary = "every gradient by itself, to between -c and c"
  public static let source = "torch.nn.utils.clip_grad_value_"
  public static let settings = [
    Setting("c", .nan, "the largest magnitude", in: 0 ... .infinity)
  ]

  public static func clipped<N: Number>(_ tensors: [[N]], _ s: Settings) -> [[N]] {
    tensors.map { tensor in tensor.map { N.max(N.min($0, N(s[0])), N(-s[0])) } }
  }
}
