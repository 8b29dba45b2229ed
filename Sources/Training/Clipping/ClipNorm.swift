public import Autodiff

/// All gradients together to a norm of at most c, so that their direction is kept.
public enum ClipNorm: ClipRule {
  public static let name = "norm"
  public static let function = "clip_norm"
  public static let subject = Clip.Subject.gradients
  public static let summary = "all gradients together, to a norm of at most c"
  public static let source =
    "Pascanu, Mikolov and Bengio (2013); torch.nn.utils.clip_grad_norm_ with eps=1e-6"
  public static let settings = [
    Setting("c", .nan, "the largest norm", in: 0 ... .infinity),
    Setting("p", 2, "the power that the norm sums", in: 0 ... .infinity),
    Setting("eps", 0, "what is added to the norm; PyTorch's is 1e-6", in: 0 ... .infinity),
  ]

  public static func clipped<N: Number>(_ tensors: [[N]], _ s: Settings) -> [[N]] {
    let factor = Shortening.factor(of: tensors.flatMap { $0 }, to: s[0], p: s[1], eps: s[2])
    return tensors.map { tensor in tensor.map { factor * $0 } }
  }
}
