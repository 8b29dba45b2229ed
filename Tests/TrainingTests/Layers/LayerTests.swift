import Autodiff
import Testing
import Training

@Suite("Layers")
struct LayerTests {
  static let rows: [[Double]] = [[0.3, -0.7], [1.1, 2.5], [-0.02, 0.4]]

  @Test("A normalized batch as nodes and written down is the bits that are computed")
  func batchNorm() {
    let (gamma, beta) = ([1.5, 0.5], [0.1, -0.2])
    func flat<N: Number>(_ rows: [[N]]) -> [N] {
      BatchNorm.normalized(
        batch: rows, gamma: gamma.map { N($0) }, beta: beta.map { N($0) }, eps: 1e-5
      ).flatMap { $0 }
    }
    expectSameBits(over: Self.rows, flat, flat, flat)
  }

  @Test("A normalized row as nodes and written down is the bits that are computed")
  func layerNorm() {
    func flat<N: Number>(_ rows: [[N]]) -> [N] {
      rows.flatMap {
        LayerNorm.normalized(
          $0, gamma: [1.5, 0.5].map { N($0) }, beta: [0.1, -0.2].map { N($0) }, Settings([1e-5]))
      }
    }
    expectSameBits(over: Self.rows, flat, flat, flat)
  }

  @Test("A row of one number is its own mean, and nothing is normalized of no rows")
  func small() {
    #expect(LayerNorm.normalized([5], gamma: [2], beta: [0.25], Settings([1e-5])) == [0.25])
    #expect(LayerNorm.normalized([Double](), gamma: [], beta: [], Settings([1e-5])) == [])
    #expect(BatchNorm.normalized(batch: [[Double]](), gamma: [], beta: [], eps: 1e-5).isEmpty)
    #expect(BatchNorm.normalized(batch: [[5]], gamma: [2], beta: [0.25], eps: 1e-5) == [[0.25]])
  }

  @Test("Dropout of everything leaves zeros, and of nothing changes no bit")
  func dropout() {
    #expect(Dropout.masked([1, -2], by: [0, 0], Settings([1, 0])) == [0, 0])
    #expect(Dropout.masked([0.1, -2], by: [1, 1], Settings([0, 0])) == [0.1, -2])
    #expect(Dropout.masked([1.0, 3], by: [1, 0], Settings([0.5, 0])) == [2, 0])
  }

  private func expectSameBits(
    over rows: [[Double]], _ values: ([[Double]]) -> [Double],
    _ nodes: ([[GraphNumber]]) -> [GraphNumber], _ formulas: ([[Formula]]) -> [Formula]
  ) {
    let bits = values(rows).bits
    #expect(Built(over: rows.flatMap { $0 }) { nodes($0.inRows(like: rows)) }.values.bits == bits)
    let names = rows.map { $0.map { Formula("x", $0) } }
    #expect(formulas(names).map { $0.number?.bitPattern } == bits)
  }
}
