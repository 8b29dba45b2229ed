import Autodiff

/// What is certainly wrong with a number that was given for a local derivative, or for what has
/// arrived times a local derivative.
///
/// The mistakes are those that claims are held against; only the two of handing back a half of the
/// product are told here.
struct WrongFactor {
  /// The node whose derivative it is, and the operand it is taken by.
  var node: NodeID
  var operand: NodeID
  /// The graph, with the values of the pass.
  var graph: Graph
  /// The local derivative.
  var local: Double
  /// What has arrived, if the number is to be its product with the derivative.
  var upstream: Double?

  /// What is said of a number whose sign alone is wrong; nil if that is not so.
  static func sign(of prediction: Prediction, truth: Double) -> String? {
    truth != 0 && prediction.matches(-truth) ? "the sign is the other one" : nil
  }

  /// One sentence about a number that is not right; nil if nothing is certain.
  func sentence(about prediction: Prediction) -> String? {
    if let upstream {
      if prediction.matches(local) {
        return "that is the local derivative alone, without what has arrived"
      }
      if prediction.matches(upstream) {
        return "that is what has arrived alone, without the local derivative"
      }
    }
    let times = upstream ?? 1
    let subject = GradientSubject(
      of: [node], graph.title(of: node), at: [operand], graph.title(of: operand),
      targetShape: .scalar, shape: .scalar, in: graph, points: [graph.values])
    // Where a node sends to an operand in several ways, one of them alone is no derivative.
    let slope = subject.truth(0)[0]
    guard times != 0, abs(slope - local) <= 1e-9 * max(abs(slope), abs(local)) else {
      return WrongFactor.sign(of: prediction, truth: local * times)
    }
    let claimed = Claimed(
      elements: 1, points: 1, matches: { _, _, number in prediction.matches(number * times) },
      isZero: { _ in prediction.value == 0 },
      isRight: { _, _ in prediction.matches(local * times) })
    return Diagnosing.find(
      claimed, subject, close: { _, _ in prediction.isNear(local * times) ? .rounded : nil },
      poll: {}
    ).first?.text
  }
}
