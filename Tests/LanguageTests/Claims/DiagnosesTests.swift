import Foundation
import Reporting
import Testing

@testable import Language

@Suite("Diagnoses")
struct DiagnosesTests {
  @Test("Of the wrong claims of the table, at least 95 of 100 are named rightly")
  func wrongClaims() {
    var named: [String: Int] = [:]
    var all: [String: Int] = [:]
    for network in WrongClaims.all {
      for (claim, found) in zip(network.claims, network.findings()) {
        all[claim.id, default: 0] += 1
        if found.first == claim.id { named[claim.id, default: 0] += 1 }
      }
    }
    let sum = all.values.reduce(0, +)
    #expect(sum >= 10 * all.count)
    #expect(named.values.reduce(0, +) * 100 >= sum * 95, "\(named) of \(all)")
    // Each mistake is made at least ten times, and most of them are seen.
    for id in ids {
      #expect(all[id] ?? 0 >= 10, "\(id)")
      #expect((named[id] ?? 0) * 10 >= (all[id] ?? 0) * 8, "\(id)")
    }
  }

  @Test("Every diagnosis is a file, and every file a diagnosis of the list")
  func folders() throws {
    for (folder, ids) in [
      ("Gradients", Diagnosis<GradientSubject>.all.map(\.id)),
      ("Updates", Diagnosis<UpdateSubject>.all.map(\.id)),
    ] {
      let files = try FileManager.default.contentsOfDirectory(
        at: URL(filePath: #filePath).deletingLastPathComponent()
          .appending(path: "../../../Sources/Language/Diagnoses/\(folder)").standardized,
        includingPropertiesForKeys: nil)
      let names = ids.map { id in
        id.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
          + ".swift"
      }
      #expect(files.map(\.lastPathComponent).sorted() == names.sorted())
      for file in files {
        let text = try String(contentsOf: file, encoding: .utf8)
        let id = ids[names.firstIndex(of: file.lastPathComponent) ?? 0]
        #expect(text.contains("\"\(id)\""), "\(file.lastPathComponent)")
      }
    }
    #expect(Set(ids).count == ids.count)
  }

  private var ids: [String] {
    Diagnosis<GradientSubject>.all.map(\.id) + Diagnosis<UpdateSubject>.all.map(\.id)
      + ["rounding"]
  }

  @Test("What is said names the node and its number, and points to a lesson")
  func words() {
    let program = "input x = 2; param w = 0.5; z = w*x; y = tanh(z); L = (y - 1)^2\n"
    for (claim, text, lesson) in [
      (
        "dL/dw = 2*(y - 1)*x", "the factor dy/dz = 1 - y^2 = 0.41997 is missing",
        "lesson 2: local slopes and the chain rule"
      ),
      (
        "dL/dw = (y - 1)*(1 - y^2)*x", "it is half of dL/dw; dL/d(y - 1) = 2*(y - 1) = -0.47681",
        "lesson 5: mean squared error"
      ),
      (
        "dL/dw = dL/dy", "that is dL/dy; it still has to be multiplied by dy/dw",
        "lesson 2: local slopes and the chain rule"
      ),
      (
        "dL/dw = dL/dy*y*x",
        "the value of y stands where its derivative dy/dz = 1 - y^2 = 0.41997 belongs",
        "lesson 7: activations: saturation and dead units"
      ),
    ] {
      let run = Run(program + "claim " + claim)
      guard case .claim(let report)? = run.events.last else {
        Issue.record("\(run.rendered)")
        continue
      }
      #expect(report.findings.first?.text == text)
      #expect(report.findings.first?.lesson == lesson)
    }
  }

  @Test("Mutants that agree are one mistake: the first is named, all are listed")
  func order() {
    let run = Run("input x = 3; y = x*x + sin(x); claim dy/dx = cos(x)")
    #expect(
      run.objects("claim").first?["diagnosis"]?.elements.compactMap { $0["id"]?.string } == [
        "missing-path", "kept-last-path",
      ])
  }

  @Test(
    "A mistake that is not known is called unknown, and how the numbers relate is said",
    arguments: [
      ("7*x", "it is 3.5 times dy/dx at every point"),
      ("2*x^3 + x", "it has the sign of dy/dx, but not its size"),
      ("x^2 + 1", "it differs from dy/dx by another factor at every point"),
      ("0", "dy/dx is not 0"), ("31.4", "it is 2.617 times dy/dx"),
    ])
  func unknown(_ claim: String, _ text: String) {
    let run = Run("input x = 6; y = x^2; claim dy/dx = \(claim)")
    let found = run.objects("claim").first?["diagnosis"]?.elements.first
    #expect(found?["id"] == .string("unknown"))
    #expect(found?["text"] == .string(text))
  }
}
