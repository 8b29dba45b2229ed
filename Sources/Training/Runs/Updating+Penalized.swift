import Autodiff
import Reporting

extension Updating {
  /// An objective with what the penalties add to it: to its value, its slope and its curvature.
  func penalized(_ objective: Objective) throws(Diagnostic) -> Objective {
    guard try penalty(at: values) != nil else { return objective }
    let curvature = try curvatureOfPenalty()
    var hessian: Objective.Hessian?
    if let bare = objective.hessian {
      hessian = { (values) throws(Diagnostic) in
        var rows = try bare(values)
        for place in rows.indices { rows[place][place] += curvature[place] }
        return rows
      }
    }
    var product: Objective.HessianVector?
    if let bare = objective.hessianVector {
      product = { (values, vector) throws(Diagnostic) in
        var result = try bare(values, vector)
        for place in result.indices { result[place] += curvature[place] * vector[place] }
        return result
      }
    }
    return Objective(
      count: objective.count, at: objective.range, named: objective.name,
      value: { (values) throws(Diagnostic) in
        let value = try objective.value(values)
        guard let penalty = try self.penalty(at: values) else { return value }
        return value + penalty.loss
      },
      gradient: { (values) throws(Diagnostic) in
        var (value, gradient) = try objective.gradient(values)
        guard let penalty = try self.penalty(at: values) else { return (value, gradient) }
        value += penalty.loss
        for place in gradient.indices { gradient[place] += penalty.gradient[place] }
        return (value, gradient)
      }, hessian: hessian, hessianVector: product)
  }

  /// The second derivative of the penalties at each parameter: l2 at weights, else 0.
  private func curvatureOfPenalty() throws(Diagnostic) -> [Double] {
    var curvature = Array(repeating: 0.0, count: count)
    let second = try l2.value(after: done)
    for tensor in parameters.tensors where tensor.isWeight {
      for place in tensor.places { curvature[place] = second }
    }
    return curvature
  }
}
