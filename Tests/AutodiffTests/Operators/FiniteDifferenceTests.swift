import Autodiff
import Reporting
import Testing

@Suite("Derivatives and finite differences")
struct FiniteDifferenceTests {
  @Test("A rule's derivatives are the slopes of its value", arguments: Sample.all)
  func firstDerivative(_ sample: Sample) {
    for (place, derivative) in sample.derivatives.enumerated() {
      guard let derivative else { continue }
      let slope = slope(at: sample.point, along: place) {
        sample.operation.value($0, sample.settings)
      }
      #expect(abs(derivative - slope) <= 1e-7 * max(1, abs(slope)), "operand \(place + 1)")
    }
  }

  @Test("The derivative of the derivative graph is the slope of the rule", arguments: Sample.all)
  func secondDerivative(_ sample: Sample) {
    var graph = Graph()
    let leaves = sample.point.map { graph.addLeaf($0, at: .none) }
    let y = graph.add(sample.id, leaves, sample.settings, at: .none)
    let gradient = graph.addGradient(of: y, at: leaves, from: .none)
    for (place, node) in gradient.enumerated() {
      let second = graph.addGradient(of: node, at: leaves, from: .none).map { graph.value(of: $0) }
      for along in leaves.indices {
        let slope = slope(at: sample.point, along: along) { point in
          let value = sample.operation.value(point, sample.settings)
          return sample.operation.derivatives(point, value, sample.settings)[place] ?? 0
        }
        #expect(abs(second[along] - slope) <= 1e-6 * max(1, abs(slope)), "\(place) \(along)")
      }
    }
  }

  /// The slope by central differences, with the error of the second order removed (Richardson).
  private func slope(
    at point: [Double], along place: Int, of function: ([Double]) -> Double
  ) -> Double {
    func central(_ step: Double) -> Double {
      var (left, right) = (point, point)
      left[place] -= step
      right[place] += step
      return (function(right) - function(left)) / (2 * step)
    }
    let step = 1e-3 * max(1, abs(point[place]))
    return (4 * central(step / 2) - central(step)) / 3
  }
}
