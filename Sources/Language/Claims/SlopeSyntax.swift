import Reporting

/// A derivative as it is written: `dL/dw`, `d(L)/d(mlp.w1[2,1])`.
struct SlopeSyntax {
  /// What is differentiated.
  var top: Expression
  /// What it is differentiated with respect to.
  var bottom: Expression
  var range: SourceRange
  /// Which of the two stand in brackets, as in `d(L)`.
  private(set) var bracketed: [SourceRange] = []

  /// Reads a whole expression; nil if it is no derivative.
  init?(_ expression: Expression) {
    guard case .chain(let first, let links) = expression.kind, links.count == 1 else { return nil }
    self.init(first, links[0], range: expression.range)
  }

  /// Reads two operands with a division between them.
  init?(_ first: Expression, _ link: Expression.Link, range: SourceRange? = nil) {
    guard link.symbol == .divide, let top = SlopeSyntax.withoutD(first),
      let bottom = SlopeSyntax.withoutD(link.operand)
    else { return nil }
    self.top = top
    self.bottom = bottom
    self.range = range ?? first.range.union(link.operand.range)
    for (written, inner) in [(first, top), (link.operand, bottom)] {
      if case .call = written.kind { bracketed.append(inner.range) }
    }
  }

  /// What stands behind the d: `w[2]` of `dw[2]`, `a + b` of `d(a + b)`.
  static func withoutD(_ expression: Expression) -> Expression? {
    var result = expression
    switch expression.kind {
    case .name(let name):
      guard name.first == "d", name.utf8.count > 1 else { return nil }
      result.kind = .name(String(name.dropFirst()))
      result.range = SourceRange(start: expression.range.start + 1, end: expression.range.end)
    case .call(let callee, let arguments):
      guard case .name("d") = callee.kind, arguments.count == 1, arguments[0].name == nil else {
        return nil
      }
      return arguments[0].value
    case .element(let base, let indices):
      guard let base = withoutD(base) else { return nil }
      result = Expression(
        kind: .element(base, indices),
        range: SourceRange(start: base.range.start, end: expression.range.end))
    case .member(let base, let name):
      guard let base = withoutD(base) else { return nil }
      result = Expression(
        kind: .member(base, name),
        range: SourceRange(start: base.range.start, end: expression.range.end))
    default: return nil
    }
    return result
  }
}
