public import Autodiff

/// The weights of each tensor to a norm of at most c.
public enum ClipWeightNorm: ClipRule {
  public static let name = "norm"
  public static let function = "clip_weights_norm"
  public static let subject = Clip.Subject.weights
  public static let summary = "the weights of each tensor, to a norm of at most c"
  public static let source = "the max-norm constraint; Srebro and Shraibman (2005)"
  public static let settings = [
    Setting("c", .nan, "the largest norm", in: 0 ... .infinity),
    Setting("p", 2, "the power that the norm sums", in: 0 ... .infinity),
  ]

  public static func clipped<N: Number>(_ tensors: [[N]], _ s: Settings) -> [[N]] {
    tensors.map { tensor in
      let factor = Shortening.factor(of: tensor, to: s[0], p: s[1])
      return tensor.map { factor * $0 }
    }
  }
}
