import Autodiff
import Training

/// A number that a quiz asks for.
struct QuizQuestion: Sendable {
  /// What kind of number it is.
  enum Kind: String, Sendable {
    /// What a node is worth.
    case value
    /// The derivative of a node with respect to one of its operands.
    case factor
    /// What has arrived at a node times such a derivative.
    case product
    /// What arrives at a node in all, where several products do.
    case sum
  }

  var kind: Kind
  /// The node whose step it belongs to; for a sum, the node at which products arrive.
  var node: NodeID
  /// The place among what the step sends, and whom it is sent to.
  var part = 0
  var operand: NodeID?
  /// What is right.
  var truth: Double
  /// Whether it is asked for, rather than shown.
  var isBlank = true

  /// All numbers of a pass that are worth asking for, in the order they are computed.
  ///
  /// A product is left out if one of its factors is 1, which makes it the other.
  static func all(of pass: Pass) -> [QuizQuestion] {
    var questions = pass.tape.forwardNodes.map {
      QuizQuestion(kind: .value, node: $0, truth: pass.tape.value(of: $0))
    }
    for node in pass.tape.backwardNodes {
      let upstream = pass.tape.gradient(at: node)
      for (part, sent) in pass.tape.sent(by: node, in: pass.graph).enumerated() {
        questions.append(
          QuizQuestion(
            kind: .factor, node: node, part: part, operand: sent.operand, truth: sent.local))
        if upstream != 1, sent.local != 1 {
          questions.append(
            QuizQuestion(
              kind: .product, node: node, part: part, operand: sent.operand,
              truth: sent.contribution))
        }
        if sent.before != nil, sent.after == pass.tape.gradient(at: sent.operand) {
          questions.append(QuizQuestion(kind: .sum, node: sent.operand, truth: sent.after))
        }
      }
    }
    return questions
  }

  /// Leaves only so many blank, drawn by a seed; the others are shown.
  static func keep(_ count: Int, of questions: inout [QuizQuestion], seed: Int64) {
    guard count < questions.count else { return }
    var source = RandomSource(seed: seed)
    let order = Permutation.of(questions.count, source.draw())
    let blanks = Set(order.prefix(count))
    for place in questions.indices { questions[place].isBlank = blanks.contains(place) }
  }
}
