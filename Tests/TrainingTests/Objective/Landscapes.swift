import Autodiff
import Reporting
import Training

/// Functions whose lowest points are known.
enum Landscapes {
  /// ½wᵀAw − bᵀw, with a matrix that curves upwards.
  static let matrix = [[4.0, 1, 0.5], [1, 3, -0.25], [0.5, -0.25, 2]]
  static let bottom = [0.5, -1.0, 2]

  /// The parabola that is lowest at `bottom`; with or without its matrix.
  static func parabola(withMatrix: Bool = true) -> Objective {
    func times(_ w: [Double]) -> [Double] {
      matrix.map { row in zip(row, w).reduce(0) { $0 + $1.0 * $1.1 } }
    }
    func away(_ w: [Double]) -> [Double] { zip(w, bottom).map { $0 - $1 } }
    func value(_ w: [Double]) -> Double {
      zip(away(w), times(away(w))).reduce(0) { $0 + $1.0 * $1.1 } / 2
    }
    return Objective(
      count: 3, value: value, gradient: { (value($0), times(away($0))) },
      hessian: withMatrix ? { _ in matrix } : nil,
      hessianVector: withMatrix ? nil : { _, vector in times(vector) })
  }

  /// Rosenbrock's (1960) bent valley, lowest at (1, 1).
  static var valley: Objective {
    objective(
      value: { w in squared(1 - w[0]) + 100 * squared(w[1] - w[0] * w[0]) },
      gradient: { w in
        let bend = w[1] - w[0] * w[0]
        return [-2 * (1 - w[0]) - 400 * w[0] * bend, 200 * bend]
      },
      hessian: { w in
        [[2 - 400 * (w[1] - 3 * w[0] * w[0]), -400 * w[0]], [-400 * w[0], 200]]
      })
  }

  /// Himmelblau's (1972) function, which has four lowest points.
  static var himmelblau: Objective {
    objective(
      value: { w in squared(w[0] * w[0] + w[1] - 11) + squared(w[0] + w[1] * w[1] - 7) },
      gradient: { w in
        let (a, b) = (w[0] * w[0] + w[1] - 11, w[0] + w[1] * w[1] - 7)
        return [4 * w[0] * a + 2 * b, 2 * a + 4 * w[1] * b]
      },
      hessian: { w in
        let mixed = 4 * (w[0] + w[1])
        let (first, second) = (12 * w[0] * w[0] + 4 * w[1] - 42, 12 * w[1] * w[1] + 4 * w[0] - 26)
        return [[first, mixed], [mixed, second]]
      })
  }

  /// x² − y², which has no lowest point.
  static var saddle: Objective {
    objective(
      value: { w in squared(w[0]) - squared(w[1]) }, gradient: { w in [2 * w[0], -2 * w[1]] },
      hessian: { _ in [[2, 0], [0, -2]] })
  }

  /// A parabola with ripples, lowest at 0, whose slopes are not to be had.
  static var bumpy: Objective {
    objective(
      value: { w in w.reduce(0) { $0 + 0.1 * $1 * $1 + 1 - Double.cos(3 * $1) } },
      gradient: { w in w.map { _ in .nan } }, hessian: nil)
  }

  private static func objective(
    value: @escaping ([Double]) -> Double, gradient: @escaping ([Double]) -> [Double],
    hessian: (([Double]) -> [[Double]])?
  ) -> Objective {
    Objective(count: 2, value: value, gradient: { (value($0), gradient($0)) }, hessian: hessian)
  }

  private static func squared(_ x: Double) -> Double { x * x }
}
