import Foundation
import Reporting
import Testing

/// The wrong claims of the table: networks, and what a student might say of each, with the mistake
/// that was made.
struct WrongClaims: Sendable, CustomTestStringConvertible {
  var network: String
  var program: String
  var claims: [(id: String, text: String)]

  var testDescription: String { network }

  /// The table that stands beside the other cases.
  static let all: [WrongClaims] = {
    guard
      let url = Bundle.module.url(
        forResource: "wrong", withExtension: "txt", subdirectory: "Conformance/claims"),
      let text = try? String(contentsOf: url, encoding: .utf8)
    else { return [] }
    var networks: [WrongClaims] = []
    for line in text.split(separator: "\n") {
      if line.hasPrefix("@ ") {
        networks.append(WrongClaims(network: String(line.dropFirst(2)), program: "", claims: []))
      } else if let bar = line.firstRange(of: " | ") {
        networks[networks.count - 1].claims.append(
          (String(line[..<bar.lowerBound]), String(line[bar.upperBound...])))
      } else {
        networks[networks.count - 1].program += line + "\n"
      }
    }
    return networks
  }()

  /// What was found wrong with each claim, in order.
  func findings() -> [[String]] {
    let run = Run(program + claims.map { "claim \($0.text)\n" }.joined())
    #expect(run.rendered == "", "\(network)")
    return run.objects("claim").map { claim in
      #expect(claim["holds"] == .bool(false), "\(claim.text)")
      return claim["diagnosis"]?.elements.compactMap { $0["id"]?.string } ?? []
    }
  }
}
