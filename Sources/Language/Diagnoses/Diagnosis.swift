/// A mistake that a wrong derivation may come from: what a derivation with it gives, and what is
/// said of it.
///
/// Each is a file of its own in `Gradients` or `Updates`, and its name in the list beside it.
struct Diagnosis<Subject>: Sendable {
  /// What the mistake is called.
  let id: String
  /// What the mistake is, in one line of the reference.
  let meaning: String
  /// Where it is explained.
  let lesson: Lesson
  /// Whether a claim of nothing but zeros may come from it.
  let explainsZeros: Bool
  /// How often it may have been made in the subject, and what each would give.
  let mutants: @Sendable (Subject) -> [Mutant]

  init(
    _ id: String, _ meaning: String, _ lesson: Lesson, explainsZeros: Bool = false,
    mutants: @escaping @Sendable (Subject) -> [Mutant]
  ) {
    self.id = id
    self.meaning = meaning
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
  /// Whether what was said of an element at a point is right.
  var isRight: (_ element: Int, _ point: Int) -> Bool

  /// The first point at which an element is wrong.
  func firstWrongPoint(of element: Int) -> Int? {
    (0..<points).first { !isRight(element, $0) }
  }

  /// The elements that are wrong somewhere.
  var wrong: Set<Int> { Set((0..<elements).filter { firstWrongPoint(of: $0) != nil }) }

  /// The first element that is wrong, and the first point at which it is; nil if all is right.
  var focus: Focus? {
    let wrong = wrong
    guard let element = wrong.min(), let point = firstWrongPoint(of: element) else { return nil }
    return Focus(element: element, point: point, isPart: wrong.count < elements)
  }
}

extension Diagnosis {
  /// What is said of a claim if this mistake explains it.
  ///
  /// It does if each element that is wrong comes, at every point, from a mutant of one family. Of
  /// several that do, the first under which the other elements stay right is taken, if there is one.
  /// `poll` is asked before each mutant whether to go on.
  func explanation<Stop: Error>(
    of claimed: Claimed, wrong: Set<Int>, _ subject: Subject, poll: () throws(Stop) -> Void
  ) throws(Stop) -> Finding? {
    if !explainsZeros, wrong.allSatisfy(claimed.isZero) { return nil }
    var found: [String: (elements: Set<Int>, first: Mutant)] = [:]
    var second: Mutant?
    for mutant in mutants(subject) {
      try poll()
      let hit = explained(by: mutant, claimed, wrong)
      guard let least = hit.min() else { continue }
      if hit == wrong {
        if keepsOthersRight(mutant, claimed, wrong) { return finding(mutant) }
        second = second ?? mutant
        continue
      }
      var known = found[mutant.family] ?? ([], mutant)
      // What is said is about the first element that is wrong.
      if let first = known.elements.min(), least < first { known.first = mutant }
      known.elements.formUnion(hit)
      if known.elements == wrong { return finding(second ?? known.first) }
      found[mutant.family] = known
    }
    return second.map(finding)
  }

  /// Whether a mutant leaves those elements as they are of which the claim is right.
  private func keepsOthersRight(_ mutant: Mutant, _ claimed: Claimed, _ wrong: Set<Int>) -> Bool {
    let others = mutant.elements.filter { !wrong.contains($0) }
    return others.isEmpty
      || (0..<claimed.points).allSatisfy { point in
        let results = mutant.results(point)
        return others.allSatisfy { element in
          let place = element - mutant.elements.lowerBound
          return place < results.count && claimed.matches(element, point, results[place])
        }
      }
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
