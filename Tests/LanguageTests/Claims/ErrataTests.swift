import Foundation
import Reporting
import Testing

/// Errors of published articles about backpropagation, as claims: the article's formula, the number
/// it gives and the right one.
struct Erratum: Decodable, Sendable, CustomTestStringConvertible {
  var id: String
  var says: String
  var program: String
  var claim: String
  var wrong: Nested
  var correct: Nested
  /// The diagnoses that name the error; none where it is two errors, or one of another kind.
  var names: [String]

  var testDescription: String { "\(id): \(says)" }

  /// Numbers in lists in lists.
  struct Nested: Decodable, Sendable {
    var numbers: [Double]

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let number = try? container.decode(Double.self) {
        numbers = [number]
      } else {
        numbers = try container.decode([Nested].self).flatMap(\.numbers)
      }
    }
  }

  static let all: [Erratum] = {
    guard
      let url = Bundle.module.url(
        forResource: "errata", withExtension: "json", subdirectory: "Conformance/claims"),
      let data = try? Data(contentsOf: url)
    else { return [] }
    return (try? JSONDecoder().decode([Erratum].self, from: data)) ?? []
  }()
}

@Suite("Errors of published articles")
struct ErrataTests {
  @Test("An error is named or called unknown, never called another", arguments: Erratum.all)
  func named(_ erratum: Erratum) throws {
    let run = Run(erratum.program + erratum.claim)
    #expect(run.rendered == "")
    let claim = try #require(run.objects("claim").last)
    #expect(claim["holds"] == .bool(false))
    expectClose(claim["claimed"]?.numbers, erratum.wrong.numbers)
    expectClose(claim["actual"]?.numbers, erratum.correct.numbers)
    let first = claim["diagnosis"]?.elements.first?["id"]?.string ?? ""
    #expect(erratum.names.isEmpty ? first == "unknown" : erratum.names.contains(first))
  }

  @Test("At least 18 of the errors are named")
  func count() {
    #expect(Erratum.all.count >= 28)
    #expect(Erratum.all.count { !$0.names.isEmpty } >= 18)
  }

  private func expectClose(_ given: [Double]?, _ expected: [Double]) {
    #expect(given?.count == expected.count)
    for (number, expected) in zip(given ?? [], expected) {
      #expect(abs(number - expected) <= 1e-9 * max(1e-3, abs(expected)))
    }
  }
}
