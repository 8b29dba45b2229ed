/// A rule of one operand, over many numbers at once.
///
/// The rule is the same; its loop is made here, where the compiler knows which rule it is.
struct UnaryKernel: Sendable {
  /// y = f(x), for so many numbers.
  let values:
    @Sendable (
      _ count: Int, _ x: UnsafePointer<Double>, _ y: UnsafeMutablePointer<Double>, Settings
    ) -> Void
  /// Adds upstream · dy/dx to what has arrived at x.
  let sendBack:
    @Sendable (
      _ count: Int, _ x: UnsafePointer<Double>, _ y: UnsafePointer<Double>,
      _ upstream: UnsafePointer<Double>, _ adjoint: UnsafeMutablePointer<Double>, Settings
    ) -> Void

  init<R: UnaryRule>(_ rule: R.Type) {
    values = { count, x, y, settings in
      for index in 0..<count { y[index] = R.compute(x[index], settings) }
    }
    sendBack = { count, x, y, upstream, adjoint, settings in
      for index in 0..<count {
        let local = R.derivative(x[index], y[index], settings)
        adjoint[index] = adjoint[index] + upstream[index] * local
      }
    }
  }
}

/// A rule of two operands, over many numbers at once.
struct BinaryKernel: Sendable {
  typealias SendBack =
    @Sendable (
      _ count: Int, _ a: UnsafePointer<Double>, _ b: UnsafePointer<Double>,
      _ y: UnsafePointer<Double>, _ upstream: UnsafePointer<Double>,
      _ adjoint: UnsafeMutablePointer<Double>, Settings
    ) -> Void

  /// y = f(a, b), for so many numbers.
  let values:
    @Sendable (
      _ count: Int, _ a: UnsafePointer<Double>, _ b: UnsafePointer<Double>,
      _ y: UnsafeMutablePointer<Double>, Settings
    ) -> Void
  /// Adds upstream · dy/da to what has arrived at a.
  let sendBackA: SendBack
  /// Adds upstream · dy/db to what has arrived at b.
  let sendBackB: SendBack

  init<R: BinaryRule>(_ rule: R.Type) {
    values = { count, a, b, y, settings in
      for index in 0..<count { y[index] = R.compute(a[index], b[index], settings) }
    }
    sendBackA = { count, a, b, y, upstream, adjoint, settings in
      for index in 0..<count {
        let local = R.derivativeA(a[index], b[index], y[index], settings)
        adjoint[index] = adjoint[index] + upstream[index] * local
      }
    }
    sendBackB = { count, a, b, y, upstream, adjoint, settings in
      for index in 0..<count {
        let local = R.derivativeB(a[index], b[index], y[index], settings)
        adjoint[index] = adjoint[index] + upstream[index] * local
      }
    }
  }
}
