import Reporting

/// What is wrong with a picture that is asked for.
enum PlotProblem {
  case axes
  case mixed
  case slope
  case range(String)
  case element(String, count: Int, first: String)
  case needsRange(String, kind: String, ranges: String)
  case inputs(Int, function: String? = nil)

  func diagnostic(at range: SourceRange) -> Diagnostic {
    switch self {
    case .axes:
      return Diagnostic(
        "plot", "a picture has at most two variables", at: range,
        notes: ["write plot L, w=-2..2, b=-1..1"])
    case .mixed:
      return Diagnostic("plot", "a matrix is plotted by itself", at: range)
    case .slope:
      return Diagnostic(
        "plot", "a slope is drawn of a function or a value over one variable", at: range,
        notes: ["write plot tanh, x=-4..4, slope=true"])
    case .element(let name, let count, let first):
      return Diagnostic(
        "plot", "'\(name)' has \(count) elements, and one of them has to vary", at: range,
        notes: ["write \(first)=-4..4, or two of them for a map"])
    case .range(let name):
      return Diagnostic(
        "plot", "what varies needs a range from a smaller to a larger number", at: range,
        notes: ["write \(name)=-4..4"])
    case .needsRange(let words, let kind, let ranges):
      return Diagnostic(
        "plot", "'\(words)' is \(kind), and its picture needs to know what range to show",
        at: range,
        notes: ["write plot \(words), \(ranges)"]
          + (kind == "a network"
            ? ["after 'backward' or 'train', plot \(words) draws its gradient layer by layer"] : [])
      )
    case .inputs(let count, let function):
      return Diagnostic(
        "plot",
        function == nil
          ? "a picture shows data of one or two inputs, not \(count)"
          : "a picture shows a function of one or two inputs, not \(count)", at: range,
        notes: function.map {
          let zeros = Array(repeating: "0", count: count - 2).joined(separator: ", ")
          return [
            "hold the others: f(x, y) = \($0)([x, y, \(zeros)]), then plot f, x=-4..4, y=-4..4"
          ]
        } ?? [])
    }
  }
}
