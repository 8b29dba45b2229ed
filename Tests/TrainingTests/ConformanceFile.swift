import Foundation
import Testing

/// A file of cases with their expected values.
struct ConformanceFile<Case: Decodable & Sendable>: Decodable, Sendable {
  var tolerance: Tolerance
  var count: Int
  var cases: [Case]

  enum CodingKeys: String, CodingKey {
    case tolerance = "tol_default"
    case count, cases
  }

  /// Reads a file that stands beside this one.
  init(named name: String) throws {
    let url = try #require(
      Bundle.module.url(forResource: name, withExtension: "json", subdirectory: "Conformance"))
    self = try JSONDecoder().decode(Self.self, from: Data(contentsOf: url))
  }
}

/// How far a value may be from the expected one.
struct Tolerance: Decodable, Sendable {
  var rel: Double
  var abs: Double

  func allows(_ value: Double, for expected: Double) -> Bool {
    value == expected || Swift.abs(value - expected) <= max(abs, rel * Swift.abs(expected))
  }

  func allows(_ values: [Double], for expected: [Double]) -> Bool {
    values.count == expected.count && zip(values, expected).allSatisfy { allows($0, for: $1) }
  }
}
