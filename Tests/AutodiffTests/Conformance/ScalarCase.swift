import Autodiff
import Foundation
import Testing

/// A case of `01_scalar_ops.json`: an operator at some operands, and what it must give there.
struct ScalarCase: Decodable, Sendable, CustomTestStringConvertible {
  let id: String
  let kind: String
  let op: String
  let x: Numbers?
  let a: Numbers?
  let b: Numbers?
  /// The upstream gradient, for an operator from vector to vector.
  let seed: Numbers?
  let expect: Outcome
  /// Other outcomes that count, where conventions differ.
  let accept: [Outcome]?
  let tolUlp: Ulps?
  let tol: Tolerance?

  struct Outcome: Decodable, Sendable {
    let value: Numbers
    let deriv: Numbers?
    let da: Numbers?
    let db: Numbers?
    let grad: Numbers?

    var derivatives: [Double] {
      [deriv, da, db, grad].compactMap { $0?.values }.flatMap { $0 }
    }
  }

  struct Ulps: Decodable, Sendable {
    let value: Int
    let deriv: Int
  }

  struct Tolerance: Decodable, Sendable {
    let rel: Double
    let abs: Double
  }

  enum CodingKeys: String, CodingKey {
    case id, kind, op, x, a, b, seed, expect, accept, tol
    case tolUlp = "tol_ulp"
  }

  var testDescription: String { id }

  var operands: [Double] { [x, a, b].compactMap { $0?.values }.flatMap { $0 } }

  var outcomes: [Outcome] { [expect] + (accept ?? []) }

  static func all() throws -> [ScalarCase] {
    struct File: Decodable {
      let count: Int
      let cases: [ScalarCase]
    }
    let url = try #require(Bundle.module.url(forResource: "01_scalar_ops", withExtension: "json"))
    let file = try JSONDecoder().decode(File.self, from: Data(contentsOf: url))
    try #require(file.cases.count == file.count)
    return file.cases
  }
}

/// A number or a list of them; JSON has no word for the three that are not finite.
struct Numbers: Decodable, Sendable {
  let values: [Double]

  init(from decoder: any Decoder) throws {
    if var list = try? decoder.unkeyedContainer() {
      var values: [Double] = []
      while !list.isAtEnd { values += try list.decode(Numbers.self).values }
      self.values = values
      return
    }
    let single = try decoder.singleValueContainer()
    if let number = try? single.decode(Double.self) {
      values = [number]
      return
    }
    let words: [String: Double] = ["NaN": .nan, "Infinity": .infinity, "-Infinity": -.infinity]
    let word = try single.decode(String.self)
    guard let number = words[word] else {
      throw DecodingError.dataCorruptedError(in: single, debugDescription: word)
    }
    values = [number]
  }
}
