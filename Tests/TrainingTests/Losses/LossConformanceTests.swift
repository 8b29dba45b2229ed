import Autodiff
import Testing
import Training

@Suite("Losses of PyTorch")
struct LossConformanceTests {
  static let file = try? CaseFile<LossCase>(named: "02_losses")

  @Test("The file is read whole")
  func count() throws {
    let file = try #require(Self.file)
    #expect(file.count == 119 && file.cases.count == file.count)
    #expect(Set(file.cases.map(\.id)).count == file.count)
  }

  @Test("Every loss and its gradient are what they should be", arguments: file?.cases ?? [])
  func values(_ example: LossCase) throws {
    let tolerance = try #require(Self.file).tolerance
    let loss = try example.rule()
    let values = try example.reduced(
      loss, prediction: example.pred.flat, number: { $0 }, terms: loss.values)
    let built = try build(example, loss)
    // A saturated probability may cost infinitely much, whatever its gradient then is.
    if let accepted = example.accept {
      for (value, expected) in zip(values, example.expect.value.flat) {
        #expect(
          tolerance.allows(value, for: expected) || accepted.contains { $0.value == value },
          "\(value)")
      }
      #expect(built.gradient.allSatisfy { !$0.isNaN })
    } else {
      #expect(tolerance.allows(values, for: example.expect.value.flat), "\(values)")
      #expect(tolerance.allows(built.gradient, for: example.expect.grad.flat), "\(built.gradient)")
    }
    #expect(built.values.bits == values.bits)
  }

  @Test("A loss written down stands for the bits that are computed", arguments: file?.cases ?? [])
  func formulas(_ example: LossCase) throws {
    let loss = try example.rule()
    let values = try example.reduced(
      loss, prediction: example.pred.flat, number: { $0 }, terms: loss.values)
    let formulas = try example.reduced(
      loss, prediction: example.pred.flat.enumerated().map { Formula("p\($0)", $1) },
      number: { Formula("t", $0) }, terms: loss.formulas)
    #expect(formulas.map { $0.number?.bitPattern } == values.bits)
  }

  private func build(_ example: LossCase, _ loss: Loss) throws -> Built {
    var failure: (any Error)?
    let built = Built(over: example.pred.flat, seed: example.seed ?? []) { leaves in
      do {
        return try example.reduced(
          loss, prediction: leaves, number: { GraphNumber($0) }, terms: loss.nodes)
      } catch {
        failure = error
        return []
      }
    }
    if let failure { throw failure }
    return built
  }
}
