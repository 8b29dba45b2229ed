import Testing

@testable import Training

@Suite("Lists") struct ListTests {
  @Test("every name of a loss leads to it") func losses() {
    for loss in Losses.all { #expect(Losses.named(loss.name) === loss) }
  }
}
