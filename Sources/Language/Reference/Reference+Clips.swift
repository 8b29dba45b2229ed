import Autodiff
import Reporting
import Training

/// Entries of clips, as the words after `clip=` and `clip_weights=` and as functions.
extension Reference {
  static let clips: [ReferenceEntry] =
    Clips.all.map { clip in
      let option = clip.subject == .gradients ? "clip" : "clip_weights"
      let optimizer = clip.subject == .gradients ? "sgd(lr=1)" : "sgd(lr=0.1)"
      return ReferenceEntry(
        kind: .clip, name: clip.name, usage: "\(option)=\(clip.name)(1)", summary: clip.summary,
        family: clip.subject == .gradients
          ? "clips of gradients, after clip=" : "clips of weights, after clip_weights=",
        settings: clip.settings.map { ReferenceEntry.Setting($0) },
        notes: [
          clip.subject == .gradients
            ? "applied to the gradients of all parameters, before every step"
            : "applied to the weights after every step, not to biases"
        ], formulas: formulas(of: clip), source: clip.source,
        example: """
          param w[2] = [3, -4]
          L = sum(w^2)/2
          minimize L, optimizer=\(optimizer), \(option)=\(clip.name)(1), steps=2
          """)
    }
    + Clips.all.map { clip in
      ReferenceEntry(
        kind: .function, name: clip.function,
        usage: "\(clip.function)(x, \(clip.settings[0].name))",
        summary: clip.summary, family: "clips as functions",
        settings: clip.settings.map { ReferenceEntry.Setting($0) },
        formulas: formulas(of: clip), source: clip.source,
        example: "\(clip.function)([3, -4], 1)")
    }

  /// What becomes of a vector of two numbers, with a bound of 1.
  private static func formulas(of clip: Clip) -> [FormulaGroup] {
    let settings = Settings([1] + clip.settings.dropFirst().map(\.standard))
    let clipped = clip.formulas([[Formula("x[1]"), Formula("x[2]")]], settings)
    return [
      FormulaGroup(
        "of a vector of two numbers, with \(clip.settings[0].name)=1",
        [("x[1]", clipped[0][0])])
    ]
  }
}
