import Autodiff
import Language
import Reporting

/// The lines of a tape that a derivative is about: those in which something is sent to its node.
struct TapeLines {
  /// What is differentiated, and by what: names of the exercise's graph.
  private let output, input: String

  /// Reads what stands left of a claim, `dL/dw`; nil if it is not of one name by another.
  init?(claimed left: String, in session: GradingSession) {
    let parts = left.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ $0.hasPrefix("d") }) else { return nil }
    self.init(parts.map { String($0.dropFirst()) }, in: session)
  }

  /// Reads what an answer should be, `grad(L, w)`; nil if it is anything else.
  init?(answer right: String, in session: GradingSession) {
    guard right.hasPrefix("grad("), right.hasSuffix(")") else { return nil }
    let names = right.dropFirst("grad(".count).dropLast()
      .split(separator: ",", omittingEmptySubsequences: false)
    self.init(names.map { $0.filter { $0 != " " } }, in: session)
  }

  private init?(_ names: [String], in session: GradingSession) {
    guard names.count == 2, names.allSatisfy(session.session.knows) else { return nil }
    (output, input) = (names[0], names[1])
  }

  /// Where to look, in words; nil if nothing is sent there.
  func words(in session: GradingSession) -> String? {
    guard let pass = session.backward(output) else { return nil }
    let folding = Folding(pass.tape, in: pass.graph)
    var lines: [(number: Int, text: String)] = []
    for (place, node) in folding.backwardNodes.enumerated() {
      let step = folding.backwardStep(of: node, pass.tape, in: pass.graph)
      guard step.contributions.contains(where: { pass.graph.title(of: $0.operand) == input })
      else { continue }
      let definition = step.definition.text(FormulaStyle(.names, numbers: .exact, typeset: true))
      lines.append((place + 1, "\(pass.graph.title(of: node, typeset: true)) = \(definition)"))
    }
    guard let first = lines.first, lines.count <= Self.most else { return nil }
    if lines.count == 1 {
      return "look at line \(first.number) of 'backward \(output)': \(first.text)"
    }
    let numbers = lines.map { "\($0.number)" }
    return
      "look at lines \(numbers.dropLast().joined(separator: ", ")) and \(numbers[numbers.count - 1])"
      + " of 'backward \(output)'"
  }

  /// More lines than these point nowhere.
  private static let most = 8
}

extension GradingSession {
  /// The backward pass from a name; nil if there is none.
  fileprivate func backward(_ name: String) -> Pass? {
    var found: Pass?
    _ = session.run(SourceText(name: "<grading>", "backward \(name)")) { event in
      if case .backward(let pass) = event { found = pass }
    }
    return found
  }
}
