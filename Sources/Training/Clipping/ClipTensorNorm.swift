public import Autodiff

/// The gradients of each tensor by themselves to a norm of at most c.
public enum ClipTensorNorm: ClipRule {
  public static let name = "tensor_norm"
  public static let function = "clip_tensor_norm"
  public static let subject = Clip.Subject.gradients
  public static let summary = "the gradients of each tensor by themselves, to a norm of at most c"
  public static let source = "Pascanu, Mikolov and Bengio (2013), for each tensor"
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
