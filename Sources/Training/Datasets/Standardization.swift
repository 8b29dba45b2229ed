import Autodiff

/// What inputs are standardized with: each minus its mean, divided by its standard deviation.
public struct Standardization: Sendable, Equatable {
  /// The mean of each input.
  public let means: [Double]
  /// The standard deviation of each input, divided by the number of rows; 1 for a constant one.
  ///
  /// This is what scikit-learn's `StandardScaler` calls `scale_`.
  public let deviations: [Double]

  /// From a mean and a deviation for each input.
  public init(means: [Double], deviations: [Double]) {
    self.means = means
    self.deviations = deviations
  }

  /// The statistics of a matrix's columns.
  init(of matrix: Matrix) {
    var means: [Double] = []
    var deviations: [Double] = []
    for place in 0..<matrix.columns {
      let column = matrix.column(place)
      if let first = column.first, column.contains(where: { $0 != first }) {
        let variance = Double.variance(column, correction: 0)
        means.append(.mean(column))
        // Squares too small or too large for a double have lost what they measure.
        deviations.append(variance.isNormal ? .sqrt(variance) : .nan)
      } else {
        // Rounding may move the mean of equal numbers; here they must become 0 and nothing else.
        means.append(column.first ?? 0)
        deviations.append(1)
      }
    }
    self.init(means: means, deviations: deviations)
  }

  /// The columns of a matrix standardized.
  public func applied(to matrix: Matrix) -> Matrix {
    var result = matrix
    for index in result.elements.indices {
      let place = index % matrix.columns
      result.elements[index] = (result.elements[index] - means[place]) / deviations[place]
    }
    return result
  }

  /// This one and then another, as one: ((x − m₁)/d₁ − m₂)/d₂ = (x − (m₁ + d₁m₂))/(d₁d₂).
  func followed(by next: Standardization) -> Standardization {
    Standardization(
      means: means.indices.map { means[$0] + deviations[$0] * next.means[$0] },
      deviations: means.indices.map { deviations[$0] * next.deviations[$0] })
  }
}
