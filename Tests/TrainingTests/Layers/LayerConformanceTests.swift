import Autodiff
import Testing
import Training

@Suite("Normalization and dropout of PyTorch")
struct LayerConformanceTests {
  /// One layer on a batch.
  struct Case: Decodable, Sendable {
    var id: String
    var kind: String
    var train: Bool?
    var mode: String?
    var eps: Double?
    var momentum: Double?
    var drop: Double?
    var mask: [Double]?
    var x: Numbers
    var gamma: [Double]?
    var beta: [Double]?
    var runningMean: [Double]?
    var runningVariance: [Double]?
    var seed: Numbers
    var expect: Expectation
    var acceptedWhereMasked: [Double]?

    struct Expectation: Decodable, Sendable {
      var y: Numbers
      var dx: Numbers
      var dgamma: [Double]?
      var dbeta: [Double]?
      var runningMean: [Double]?
      var runningVariance: [Double]?

      enum CodingKeys: String, CodingKey {
        case y, dx, dgamma, dbeta
        case runningMean = "running_mean"
        case runningVariance = "running_var"
      }
    }

    enum CodingKeys: String, CodingKey {
      case id, kind, train, mode, eps, momentum, mask, x, gamma, beta, seed, expect
      case drop = "p_drop"
      case runningMean = "running_mean"
      case runningVariance = "running_var"
      case acceptedWhereMasked = "accept_y_masked_nonfinite"
    }
  }

  static let file = try? CaseFile<Case>(named: "07_norm_dropout")
  static func cases(_ kind: String) -> [Case] { file?.cases.filter { $0.kind == kind } ?? [] }

  @Test("The file is read whole")
  func count() throws {
    let file = try #require(Self.file)
    #expect(file.count == 20 && file.cases.count == file.count)
    let kinds = ["batch_norm", "layer_norm", "dropout"]
    #expect(file.count == kinds.reduce(0) { $0 + Self.cases($1).count })
  }

  @Test("Batch normalization and its gradients", arguments: cases("batch_norm"))
  func batchNorm(_ example: Case) throws {
    let (eps, momentum) = (try #require(example.eps), try #require(example.momentum))
    let running = BatchNorm.Statistics(
      mean: try #require(example.runningMean), variance: try #require(example.runningVariance))
    let isTraining = try #require(example.train as Bool?)
    let after =
      isTraining ? BatchNorm.updated(running, by: example.x.rows, momentum: momentum) : running
    try expect(example) { rows, gamma, beta in
      guard !isTraining else {
        return BatchNorm.normalized(batch: rows, gamma: gamma, beta: beta, eps: eps)
      }
      let running = BatchNorm.Statistics(
        mean: running.mean.map { GraphNumber($0) },
        variance: running.variance.map { GraphNumber($0) })
      return rows.map {
        BatchNorm.normalized($0, by: running, gamma: gamma, beta: beta, eps: eps)
      }
    }
    let tolerance = try #require(Self.file).tolerance
    let mean = try #require(example.expect.runningMean)
    let variance = try #require(example.expect.runningVariance)
    #expect(tolerance.allows(after.mean, for: mean))
    #expect(tolerance.allows(after.variance, for: variance))
  }

  @Test("Layer normalization and its gradients", arguments: cases("layer_norm"))
  func layerNorm(_ example: Case) throws {
    let settings = Settings([try #require(example.eps)])
    try expect(example) { rows, gamma, beta in
      rows.map { LayerNorm.normalized($0, gamma: gamma, beta: beta, settings) }
    }
  }

  @Test("Dropout and its gradient", arguments: cases("dropout"))
  func dropout(_ example: Case) throws {
    let mode = try #require(example.mode)
    let mask = try #require(example.mask)
    let settings = Settings([try #require(example.drop), mode.hasPrefix("classic") ? 1 : 0])
    let built = Built(over: example.x.flat, seed: example.seed.flat) { x in
      mode.hasSuffix("train")
        ? Dropout.masked(x, by: mask.map { GraphNumber($0) }, settings)
        : Dropout.evaluated(x, settings)
    }
    let tolerance = try #require(Self.file).tolerance
    for (place, pair) in zip(built.values, example.expect.y.flat).enumerated() {
      let accepted = mask[place] == 0 ? example.acceptedWhereMasked ?? [] : []
      #expect(([pair.1] + accepted).contains { tolerance.allows(pair.0, for: $0) })
    }
    #expect(built.values.count == example.expect.y.flat.count)
    #expect(tolerance.allows(built.gradient, for: example.expect.dx.flat))
  }

  /// Expects the rows of a layer over nodes, and the gradients at x, gamma and beta.
  private func expect(
    _ example: Case,
    _ layer: (_ rows: [[GraphNumber]], _ gamma: [GraphNumber], _ beta: [GraphNumber])
      -> [[GraphNumber]]
  ) throws {
    let tolerance = try #require(Self.file).tolerance
    let parts = [
      example.x.flat, try #require(example.gamma), try #require(example.beta),
    ]
    let built = Built(over: parts.flatMap { $0 }, seed: example.seed.flat) { leaves in
      let parts = leaves.inRows(like: parts)
      return layer(parts[0].inRows(like: example.x.rows), parts[1], parts[2]).flatMap { $0 }
    }
    let gradients = built.gradient.inRows(like: parts)
    #expect(tolerance.allows(built.values, for: example.expect.y.flat), "\(built.values)")
    #expect(tolerance.allows(gradients[0], for: example.expect.dx.flat), "\(gradients[0])")
    let (dgamma, dbeta) = (
      try #require(example.expect.dgamma), try #require(example.expect.dbeta)
    )
    #expect(tolerance.allows(gradients[1], for: dgamma), "\(gradients[1])")
    #expect(tolerance.allows(gradients[2], for: dbeta), "\(gradients[2])")
  }
}
