/// Every way to clip.
public enum Clips {
  /// All of them, in the order of help.
  public static let all: [Clip] = [
    Clip(ClipValue.self),
    Clip(ClipNorm.self),
    Clip(ClipTensorNorm.self),
    Clip(ClipWeightRange.self),
    Clip(ClipWeightNorm.self),
  ]

  /// The way of that name, after `clip=` or `clip_weights=`.
  public static func named(_ name: String, for subject: Clip.Subject) -> Clip? {
    all.first { $0.name == name && $0.subject == subject }
  }
}
