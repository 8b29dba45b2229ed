import Autodiff
import Reporting

/// What may be chosen, read; and networks in which something is still to be chosen.
extension Interpreter {
  /// The ends of `between(low, high, log=, points=)`.
  func interval(_ arguments: [Argument], isWhole: Bool, at range: SourceRange)
    throws(Diagnostic) -> Interval
  {
    let between = Builtins.between
    let ends = arguments.filter { $0.name == nil }.map(\.value)
    guard ends.count == 2 else {
      throw ProgramProblem.wrongArgumentCount(
        function: between.name, signature: between.signature, expected: 2...2, given: ends.count
      ).diagnostic(at: range)
    }
    let low = try number(of: try evaluate(ends[0]), "the low end", at: ends[0].range)
    let high = try number(of: try evaluate(ends[1]), "the high end", at: ends[1].range)
    let settings = try numbers(
      of: between.settings, in: arguments.filter { $0.name != nil }, for: between.name, at: range)
    guard low.isFinite, high.isFinite, low <= high else {
      throw SearchProblem.intervalEnds(low: low, high: high).diagnostic(at: range)
    }
    guard settings[0] == 0 || low > 0 else {
      throw SearchProblem.intervalLogarithm(low: low).diagnostic(at: ends[0].range)
    }
    guard let points = Int(exactly: settings[1]) else {
      throw ProgramProblem.notWhole(what: "'points'", value: settings[1]).diagnostic(at: range)
    }
    return Interval(
      low: low, high: high, isLogarithmic: settings[0] != 0,
      isWhole: isWhole && low == low.rounded() && high == high.rounded(), points: points)
  }

  /// Whether a network leaves something to be chosen; its first variant is built to see whether
  /// anything is wrong with it, and forgotten.
  func isOpen(_ syntax: NetworkSyntax) throws(Diagnostic) -> Bool {
    let chooser = Chooser(self, GridPlace())
    let first = try chooser.chosen(syntax)
    guard !chooser.choices.isEmpty else { return false }
    let before = random
    defer { random = before }
    _ = try temporarily { () throws(Diagnostic) in try network(first) }
    return true
  }

  /// Lets a network's name stand for its words alone.
  func bindOpen(_ syntax: NetworkSyntax) {
    unbindParts(of: syntax.name.text)
    names.define(syntax.name.text, .openNetwork(syntax))
  }

  /// How an open network was written.
  func words(_ syntax: NetworkSyntax) -> String {
    let layers = syntax.layers.map { words($0.range) }
    return ([words(syntax.width.range)] + layers).joined(separator: " -> ")
  }
}
