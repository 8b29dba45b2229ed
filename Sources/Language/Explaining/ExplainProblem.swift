import Autodiff
import Reporting

/// What can be wrong with what 'explain' is asked.
enum ExplainProblem {
  /// A number stands where a parameter or a node belongs; one that could be asked about.
  case number(String, example: String?)
  /// Several elements, one of which is to be named.
  case several(String, shape: Shape, row: Int?)
  /// A loss by its name, whose parameters are what there is to explain.
  case loss(String, example: String?)
  /// An inner node of a network, of which every row has its own.
  case innerNode(String, element: String)
  /// An option that the flow through layers has no use for.
  case flowOption(String)
  /// A network, whose flow is not wanted.
  case networkWithoutFlow(String, example: String?)

  func diagnostic(at range: SourceRange) -> Diagnostic {
    switch self {
    case .number(let words, let example):
      Diagnostic(
        "nothing-to-explain", "'\(words)' is a number, which has no gradient", at: range,
        notes: Self.notes(example))
    case .several(let words, let shape, let row):
      Diagnostic(
        "scalar-expected", "'\(words)' is \(shape.description), and one gradient is explained",
        at: range,
        notes: [
          "pick an element: explain \(words)\(shape.subscriptText(of: 0))"
            + (row.map { ", row=\($0 + 1)" } ?? "")
        ])
    case .loss(let words, let example):
      Diagnostic(
        "nothing-to-explain", "'\(words)' is what is differentiated: say at which parameter",
        at: range, notes: Self.notes(example))
    case .innerNode(let words, let element):
      Diagnostic(
        "nothing-to-explain", "'\(words)' is another node for every row of the data", at: range,
        notes: ["pick a row: explain \(words)\(element), row=1"])
    case .flowOption(let option):
      Diagnostic(
        "explain-option", "the flow of a gradient through layers has no '\(option)'", at: range,
        notes: ["'\(option)' belongs to the gradient of one parameter"])
    case .networkWithoutFlow(let name, let example):
      Diagnostic(
        "explain-option", "a network has no gradient of its own: '\(name)' can only show its flow",
        at: range, notes: Self.notes(example))
    }
  }

  private static func notes(_ example: String?) -> [String] {
    example.map { ["name a parameter: explain \($0)"] } ?? []
  }
}

extension Interpreter {
  /// A parameter that could be asked about: its first element.
  var exampleParameter: String? {
    leaves().first { $0.role == .param && !$0.nodes.isEmpty }.map {
      $0.name + $0.shape.subscriptText(of: 0)
    }
  }
}
