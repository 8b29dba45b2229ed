/// The solution d of A·d = −g for a symmetric matrix A that is known only by its products, each step
/// along a direction that leaves alone what the steps before have solved.
///
/// After Hestenes and Stiefel (1952). A direction along which A does not curve upwards ends the
/// search: what has been found until then is the result, or −g if that is the first direction.
struct ConjugateGradients {
  /// What was found.
  private(set) var direction: [Double]
  /// In how many steps.
  private(set) var iterations = 0
  /// Whether a direction ended the search along which A does not curve upwards.
  private(set) var metDownwardCurvature = false

  static func solve<Failure: Error>(
    _ gradient: [Double], limit: Int, tolerance: Double,
    product: ([Double]) throws(Failure) -> [Double]
  ) throws(Failure) -> ConjugateGradients {
    var state = ConjugateGradients(direction: gradient.map { _ in 0 })
    var residual = gradient.scaled(by: -1)
    var search = residual
    var square = residual.dot(residual)
    let enough = tolerance * tolerance * square
    while state.iterations < limit, square > enough {
      let curved = try product(search)
      let curvature = search.dot(curved)
      guard curvature > 0 else {
        state.metDownwardCurvature = true
        if state.iterations == 0 { state.direction = search }
        break
      }
      let length = square / curvature
      state.direction = state.direction.adding(length, times: search)
      residual = residual.adding(-length, times: curved)
      let last = square
      square = residual.dot(residual)
      search = residual.adding(square / last, times: search)
      state.iterations += 1
    }
    return state
  }
}
