import Autodiff
import Reporting
import Training

/// Every column of a batch with mean 0 and variance 1, then scaled by gamma and moved by beta.
struct BatchNormLayer: Layer {
  /// Which layer of its kind it is, from 1.
  let number: Int
  let width: Int
  /// How much a batch counts in the running statistics.
  let momentum: Double
  /// What is added to the variance.
  let eps: Double
  let words: String

  var couplesRows: Bool { true }

  func apply(_ rows: [[NodeID]], _ pass: NetworkPass) throws(Diagnostic) -> [[NodeID]] {
    let interpreter = pass.interpreter
    let leaves = [pass.leaf("gamma\(number)"), pass.leaf("beta\(number)")]
    let running = [pass.leaf("running_mean\(number)"), pass.leaf("running_var\(number)")]
    try interpreter.foresee(nodes: rows.count * width * 6, at: pass.range)
    let (eps, width, count) = (eps, width, rows.count)
    var result: [[NodeID]] = []
    if pass.isTraining {
      let nodes = interpreter.graph.add((rows + leaves).flatMap { $0 }, at: pass.range) {
        let parts = $0.parts(of: width)
        return BatchNorm.normalized(
          batch: Array(parts[..<count]), gamma: parts[count], beta: parts[count + 1], eps: eps
        ).flatMap { $0 }
      }
      result = nodes.parts(of: width)
      pass.statistics.append(BatchStatistics(layer: number, rows: rows))
    } else {
      for row in rows {
        result.append(
          interpreter.graph.add(([row] + leaves + running).flatMap { $0 }, at: pass.range) {
            let parts = $0.parts(of: width)
            return BatchNorm.normalized(
              parts[0], by: BatchNorm.Statistics(mean: parts[3], variance: parts[4]),
              gamma: parts[1], beta: parts[2], eps: eps)
          })
      }
    }
    for row in result { pass.name(row, "n\(number)") }
    return result
  }
}

/// Every row with mean 0 and variance 1, then scaled by gamma and moved by beta.
struct LayerNormLayer: Layer {
  /// Which layer of its kind it is, from 1; counted with those of batch normalization.
  let number: Int
  let width: Int
  /// As `LayerNorm.settings` lists them.
  let settings: Settings
  let words: String

  func apply(_ rows: [[NodeID]], _ pass: NetworkPass) throws(Diagnostic) -> [[NodeID]] {
    let interpreter = pass.interpreter
    let (gamma, beta) = (pass.leaf("gamma\(number)"), pass.leaf("beta\(number)"))
    try interpreter.foresee(nodes: rows.count * width * 8, at: pass.range)
    let (settings, width) = (settings, width)
    var result: [[NodeID]] = []
    for row in rows {
      let nodes = interpreter.graph.add(row + gamma + beta, at: pass.range) {
        let parts = $0.parts(of: width)
        return LayerNorm.normalized(parts[0], gamma: parts[1], beta: parts[2], settings)
      }
      pass.name(nodes, "n\(number)")
      result.append(nodes)
    }
    return result
  }
}

extension Array {
  /// The elements in parts of one length.
  fileprivate func parts(of length: Int) -> [[Element]] {
    stride(from: 0, to: count, by: Swift.max(length, 1)).map { Array(self[$0..<$0 + length]) }
  }
}
