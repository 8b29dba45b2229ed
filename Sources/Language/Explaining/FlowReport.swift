import Reporting

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How a gradient grows or shrinks on its way back through the layers of a network or a chain.
public struct FlowReport: Sendable {
  /// What is differentiated.
  public var of: String
  /// The layers, from the output back, with the norm of the gradient that arrives at each.
  public var layers: [(name: String, norm: Double)]
  /// The parameters of the last step: the norm of the gradient at each, and what clipping left of it.
  public var tensors: [(name: String, norm: Double, clipped: Double)]
  /// How the gradients of the last step were clipped; nil if they were not.
  public var clip: String?
  /// Which rows of data it is the mean over; nil if it is not over rows.
  public var rows: String?

  /// By what each layer multiplies: the norm that arrives over the norm that arrived before.
  public var factors: [Double?] {
    [nil]
      + zip(layers, layers.dropFirst()).map { before, after in
        before.norm == 0 ? nil : after.norm / before.norm
      }
  }

  /// Beyond this, a signal is said to vanish or explode.
  private static let much = 1000.0

  /// One sentence: whether the signal keeps its size, and where it changes most.
  public var summary: String {
    guard let first = layers.first, let last = layers.last, layers.count > 1 else {
      return "there is one layer, so there is no way for a gradient to grow or shrink on"
    }
    let style = NumberStyle(digits: 3)
    if let silent = layers.first(where: { $0.norm == 0 }) {
      return "the gradient of \(of) stops at \(silent.name): nothing arrives there"
    }
    if let wild = layers.first(where: { !$0.norm.isFinite }) {
      return "the gradient of \(of) is no finite number at \(wild.name)"
    }
    let ratio = last.norm / first.norm
    let verb =
      ratio < 1 / Self.much
      ? "vanishes" : ratio > Self.much ? "explodes" : ratio < 0.5 ? "shrinks" : "grows"
    let way = "from \(first.name) to \(last.name)"
    if ratio >= 0.5, ratio <= 2 {
      return "the gradient of \(of) keeps its size \(way): \(style.text(ratio)) of it arrives"
    }
    let size = style.text(ratio < 1 ? 1 / ratio : ratio)
    let times = ratio < 1 ? "becomes \(size) times smaller" : "becomes \(size) times larger"
    let steepest = zip(layers, factors).compactMap { layer, factor in
      factor.map { (name: layer.name, factor: $0) }
    }.max { ratio < 1 ? $0.factor > $1.factor : $0.factor < $1.factor }
    let each = pow(ratio, 1 / Double(layers.count - 1))
    let most =
      steepest.map {
        ", by about \(style.text(each)) a layer, most at \($0.name) (\(style.text($0.factor)))"
      } ?? ""
    return "the gradient of \(of) \(verb): it \(times) \(way)\(layers.count > 2 ? most : "")"
  }
}
