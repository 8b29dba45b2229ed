import Foundation
import Testing

/// A file of cases of rules with their expected values.
struct CaseFile<Case: Decodable & Sendable>: Decodable, Sendable {
  var tolerance: Tolerance
  var count: Int
  var cases: [Case]

  enum CodingKeys: String, CodingKey {
    case tolerance = "tol_default"
    case count, cases
  }

  /// Reads a file of the folder `Conformance`.
  init(named name: String) throws {
    let url = try #require(
      Bundle.module.url(forResource: name, withExtension: "json", subdirectory: "Conformance"))
    let decoder = JSONDecoder()
    decoder.nonConformingFloatDecodingStrategy = .convertFromString(
      positiveInfinity: "Infinity", negativeInfinity: "-Infinity", nan: "NaN")
    self = try decoder.decode(Self.self, from: Data(contentsOf: url))
  }
}

/// How far a value may be from the expected one.
struct Tolerance: Decodable, Sendable {
  var rel: Double?
  var abs: Double?
  var ulp: Int?

  func allows(_ value: Double, for expected: Double) -> Bool {
    if value.isNaN || expected.isNaN { return value.isNaN && expected.isNaN }
    if ulp == 0 { return value.bitPattern == expected.bitPattern }
    let bound = max(abs ?? 0, (rel ?? 0) * Swift.abs(expected))
    return value == expected || Swift.abs(value - expected) <= bound
  }

  func allows(_ values: [Double], for expected: [Double]) -> Bool {
    values.count == expected.count && zip(values, expected).allSatisfy { allows($0, for: $1) }
  }

  func allows(_ values: [[Double]], for expected: [[Double]]) -> Bool {
    values.count == expected.count && zip(values, expected).allSatisfy { allows($0, for: $1) }
  }
}

/// A number, a list of numbers, or a list of lists.
struct Numbers: Decodable, Sendable {
  /// The numbers as rows; a list is one.
  var rows: [[Double]]
  /// Whether it was a list of lists.
  var isMatrix: Bool

  /// All the numbers.
  var flat: [Double] { rows.flatMap { $0 } }

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let matrix = try? container.decode([[Double]].self)
    isMatrix = matrix != nil
    if let matrix {
      rows = matrix
    } else if let list = try? container.decode([Double].self) {
      rows = [list]
    } else {
      rows = [[try container.decode(Double.self)]]
    }
  }
}
