import Foundation
import Reporting
import Testing

@Suite("Right claims")
struct RightClaimsTests {
  @Test("Ten thousand right claims in all forms are accepted", arguments: 0..<20)
  func accepted(_ part: Int) {
    var random = RandomNumbers(seed: 1000 + part)
    var count = 0
    while count < 500 {
      let (program, claims) = program(&random)
      let run = Run(program + claims.map { "claim \($0)\n" }.joined())
      let reports = run.objects("claim")
      #expect(run.rendered == "", "\(program)")
      #expect(reports.count == claims.count)
      for (claim, report) in zip(claims, reports) where report["holds"] != .bool(true) {
        Issue.record("\(program)claim \(claim)\n\(report.text)")
      }
      count += claims.count
    }
  }

  /// A graph of three steps, and what is right of it.
  private func program(_ random: inout RandomNumbers) -> (String, [String]) {
    let leaves = ["x": value(&random), "w": value(&random), "b": value(&random)]
    let inner = Symbolic.random(depth: 2, leaves: ["x", "w", "b"], &random)
    let outer = Symbolic.random(depth: 2, leaves: ["z", "w", "z"], &random)
    let total = Symbolic.sum([.power(.name("y"), 2), .product([.name("z"), .name("x")])])
    let program =
      leaves.sorted { $0.key < $1.key }.map { "param \($0.key) = \($0.value)\n" }.joined()
      + "z = \(inner.text)\ny = \(outer.text)\nL = \(total.text)\n"
    var claims: [String] = []
    for (name, formula) in [
      ("y", outer.put(inner, for: "z")), ("L", total.put(outer, for: "y").put(inner, for: "z")),
    ] {
      for leaf in ["x", "w", "b"] {
        let slope = formula.derivative(leaf).simplified
        claims.append("d\(name)/d\(leaf) = \(slope.text)")
        for _ in 0..<3 {
          claims.append("d\(name)/d\(leaf) = \(slope.rewritten(&random).rewritten(&random).text)")
        }
        let number = slope.value(leaves)
        guard number.isFinite else { continue }
        claims.append("d\(name)/d\(leaf) = \(String(format: "%.4g", number))")
        claims.append("d\(name)/d\(leaf) = \(NumberStyle(digits: 6).text(number))")
      }
    }
    // With the chain rule's own factor, where one path leads through z.
    let above = outer.derivative("z").simplified
    claims.append("dy/dz = \(above.rewritten(&random).text)")
    return (program, claims)
  }

  private func value(_ random: inout RandomNumbers) -> Double {
    Double(random.below(300) - 150) / 100
  }
}

extension Symbolic {
  /// With a formula in the place of the name it defines.
  fileprivate func put(_ inner: Symbolic, for defined: String) -> Symbolic {
    switch self {
    case .number: self
    case .name(let name): name == defined ? inner : self
    case .sum(let terms): .sum(terms.map { $0.put(inner, for: defined) })
    case .product(let factors): .product(factors.map { $0.put(inner, for: defined) })
    case .power(let base, let exponent): .power(base.put(inner, for: defined), exponent)
    case .call(let function, let x): .call(function, x.put(inner, for: defined))
    }
  }
}
