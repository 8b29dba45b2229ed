/// A mistake that a wrong derivation may come from: what a derivation with it gives, and what is
/// said of it.
///
/// Each is a file of its own in `Gradients` or `Updates`, and its name in the list beside it.
struct Diagnosis<Subject>: Sendable {
  /// What the mistake is called.
  let id: String
  /// Where it is explained.
  let lesson: Lesson
  /// Whether a claim of nothing but zeros may come from it.
  let explainsZeros: Bool
  /// How often it may have been made in the subject, and what each would give.
  let mutants: @Sendable (Subject) -> [Mutant]

  init(
    _ id: String, _ lesson: Lesson, explainsZeros: Bool = false,
    mutants: @escaping @Sendable (Subject) -> [Mutant]
  ) {
    self.id = id
    self.lesson = lesson
    self.explainsZeros = explainsZeros
    self.mutants = mutants
  }
}

/// What a derivation with one mistake gives.
struct Mutant {
  /// What the same mistake made elsewhere has in common with it: the elements of a claim may each
  /// come from another mutant, but all of one family.
  var family: String
  /// The elements of the claim it is about.
  var elements: Range<Int>
  /// What it gives for those elements at a point.
  var results: (_ point: Int) -> [Double]
  /// What is said if it is what was claimed.
  var sentence: () -> String
}

/// What was found to be wrong with a claim.
public struct Finding: Sendable, Equatable {
  /// The diagnosis.
  public var id: String
  /// What is missing, with the node and the numbers.
  public var text: String
  /// The lesson to read; nil if nothing is known.
  public var lesson: String?
}

/// What a learner says something is, at some points.
struct Claimed {
  /// How many elements it has.
  var elements: Int
  /// At how many points it is known.
  var points: Int
  /// Whether a number is what was said of an element at a point, to the digits that were said.
  var matches: (_ element: Int, _ point: Int, _ number: Double) -> Bool
  /// Whether nothing but zero was said of an element.
  var isZero: (_ element: Int) -> Bool
}

extension Diagnosis {
  /// What is said of a claim if this mistake explains it.
  ///
  /// It does if each element that is wrong comes, at every point, from a mutant of one family.
  /// `poll` is asked before each mutant whether to go on.
  func explanation<Stop: Error>(
    of claimed: Claimed, wrong: Set<Int>, _ subject: Subject, poll: () throws(Stop) -> Void
  ) throws(Stop) -> Finding? {
    if !explainsZeros, wrong.allSatisfy(claimed.isZero) { return nil }
    var found: [String: (elements: Set<Int>, first: Mutant)] = [:]
    for mutant in mutants(subject) {
      try poll()
      let hit = explained(by: mutant, claimed, wrong)
      guard let least = hit.min() else { continue }
      if hit == wrong { return finding(mutant) }
      var known = found[mutant.family] ?? ([], mutant)
      // What is said is about the first element that is wrong.
      if let first = known.elements.min(), least < first { known.first = mutant }
      known.elements.formUnion(hit)
      if known.elements == wrong { return finding(known.first) }
      found[mutant.family] = known
    }
    return nil
  }

  private func finding(_ mutant: Mutant) -> Finding {
    Finding(id: id, text: mutant.sentence(), lesson: lesson.words)
  }

  private func explained(by mutant: Mutant, _ claimed: Claimed, _ wrong: Set<Int>) -> Set<Int> {
    var hit = wrong.filter(mutant.elements.contains)
    for point in 0..<claimed.points where !hit.isEmpty {
      let results = mutant.results(point)
      hit = hit.filter { element in
        let place = element - mutant.elements.lowerBound
        return place < results.count && claimed.matches(element, point, results[place])
      }
    }
    return hit
  }
}
