import Autodiff
import Testing
import Training

/// One loss of the file, with its rows, its settings and what it should come to.
struct LossCase: Decodable, Sendable {
  var id: String
  var loss: String
  var reduction: String
  var params: [String: Numbers]
  var pred: Numbers
  var target: Numbers
  var seed: [Double]?
  var expect: Expectation
  var accept: [Alternative]?

  struct Expectation: Decodable, Sendable {
    var value: Numbers
    var grad: Numbers
  }

  /// A value that is as good, with any gradient.
  struct Alternative: Decodable, Sendable {
    var value: Double
  }

  /// The loss as the project names it.
  func rule() throws -> Loss {
    let names = [
      "cross_entropy_from_logits": "cross_entropy", "cross_entropy_from_probabilities": "ce_prob",
    ]
    let name = String(loss.prefix { $0 != "(" })
    return try #require(Losses.named(names[name] ?? name))
  }

  func settings(of loss: Loss) -> Settings {
    Settings(loss.settings.map { params[$0.name]?.flat[0] ?? $0.standard })
  }

  var weights: [Double] { params["class_weight"]?.flat ?? [] }

  /// The target of each row; the file counts classes from 0.
  func targets(of loss: Loss) -> [[Double]] {
    loss.target == .classes && !target.isMatrix ? target.flat.map { [$0 + 1] } : target.rows
  }

  /// The reduced loss over some kind of number, whose terms are those given.
  func reduced<N: Number>(
    _ loss: Loss, prediction: [N], number: (Double) -> N,
    terms: ([N], [N], [Double], Settings) -> [N]
  ) throws -> [N] {
    let reduction = try #require(Loss.Reduction(rawValue: reduction))
    let settings = settings(of: loss)
    let targets = targets(of: loss).map { $0.map(number) }
    let rows = zip(prediction.inRows(like: pred.rows), targets)
    return Loss.reduced(
      rows.flatMap { terms($0, $1, weights, settings) }, reduction,
      shares: loss.shares(of: targets, weights: weights))
  }
}
