public import Autodiff

/// Adam with weight decay that goes past the gradient.
public enum AdamW: UpdateRule {
  public static let name = "adamw"
  public static let summary = "adam, with every parameter shrunk a little before its step"
  public static let source = "Loshchilov and Hutter (2019); torch.optim.AdamW"
  public static let settings = [
    Setting.lr(0.001), Setting.beta1, Setting.beta2, Setting.eps(), Setting.weightDecay(0.01),
    Setting.amsgrad, Setting.maximize,
  ]

  public static func states(_ s: Settings) -> [String] { Adam.states(s) }

  public static func shared<N: Number>(_ given: Update<N>) -> [N] { Adam.shared(given) }

  @inline(__always)
  public static func update<N: Number>(_ given: Update<N>, states: inout UpdateStates<N>) -> N {
    Adam.update(given, states: &states, isDecoupled: true)
  }
}
