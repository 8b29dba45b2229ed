/// The mistakes that are called by name, each from its definition.
extension Reference {
  private static let family = "mistakes that 'claim', 'step' and 'quiz' name"

  static let diagnoses: [ReferenceEntry] = [list] + single

  private static let mistakes: [(id: String, meaning: String, lesson: String, isOfUpdate: Bool)] =
    Diagnosis<GradientSubject>.all.map { ($0.id, $0.meaning, $0.lesson.words, false) }
    + Diagnosis<UpdateSubject>.all.map { ($0.id, $0.meaning, $0.lesson.words, true) }

  private static let list = ReferenceEntry(
    kind: .diagnosis, name: "diagnoses", usage: "diagnoses",
    summary: "the mistakes that are called by name, the first that explains every number",
    family: family,
    forms: mistakes.firstOfEach.map { ReferenceEntry.Form(usage: $0.id, meaning: $0.meaning) },
    notes: ["'claim', 'derive', predictions in 'step', and 'quiz' look for them in this order"])

  private static let single: [ReferenceEntry] = mistakes.firstOfEach.map { mistake in
    ReferenceEntry(
      kind: .diagnosis, name: mistake.id,
      usage: mistake.id, summary: mistake.meaning, family: family,
      notes: [
        "said of \(mistake.isOfUpdate ? "a step, as in claim next(w) = …" : "a derivative, as in claim dL/dw = …")",
        "read \(mistake.lesson)",
      ])
  }
}

extension [(id: String, meaning: String, lesson: String, isOfUpdate: Bool)] {
  /// Those whose name no one before has.
  fileprivate var firstOfEach: Self {
    var known: Set<String> = []
    return filter { known.insert($0.id).inserted }
  }
}
