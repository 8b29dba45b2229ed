import Autodiff
import Reporting

/// The local derivatives of a tape from each step down to the next.
private struct PassFactors {
  /// What a step passes on to another, as products that are added, for each two steps.
  private(set) var products: [NodeID: [NodeID: [[Formula]]]] = [:]

  init(_ tape: Tape, in graph: Graph) {
    let folding = Folding(tape, in: graph)
    for node in folding.backwardNodes {
      for sent in folding.backwardStep(of: node, tape, in: graph).contributions {
        products[node, default: [:]][sent.operand, default: []].append(sent.factors)
      }
    }
  }

  static func number(_ products: [[Formula]]) -> Double? {
    var sum: Double?
    for product in products {
      var value = 1.0
      for factor in product {
        guard let number = factor.number else { return nil }
        value *= number
      }
      sum = (sum ?? 0) + value
    }
    return sum
  }
}

/// Where two passes are made by other rules, of nodes that stand side by side.
struct FactorComparison {
  /// The largest passes whose rules are compared.
  private static let most = 4000

  /// The factors that differ, each with the row of its upper node, from the output down.
  private(set) var found: [(row: Int, factor: ComparisonReport.Factor)] = []

  init(
    _ tapes: (Tape, Tape), _ aligned: [(left: NodeID?, right: NodeID?)], in graph: Graph
  ) {
    guard max(tapes.0.backwardNodes.count, tapes.1.backwardNodes.count) <= FactorComparison.most
    else { return }
    let (left, right) = (PassFactors(tapes.0, in: graph), PassFactors(tapes.1, in: graph))
    var partners: [NodeID: NodeID] = [:]
    for case (let a?, let b?) in aligned { partners[a] = b }
    let titles = partners.filter { $0 != $1 }.map { a, b in
      (old: graph.title(of: b), new: graph.plainTitle(of: a))
    }.sorted { ($0.old.count, $0.old) > ($1.old.count, $1.old) }
    for (row, pair) in aligned.enumerated().reversed() {
      guard let a = pair.left, let b = pair.right else { continue }
      for (lower, rules) in (left.products[a] ?? [:]).sorted(by: { $0.key > $1.key }) {
        guard let other = partners[lower], let others = right.products[b]?[other] else { continue }
        let words = [rules, others].map { FactorComparison.words($0, titles) }
        guard words[0] != words[1] else { continue }
        let (top, bottom) = (graph.plainTitle(of: a), graph.plainTitle(of: lower))
        found.append(
          (
            row,
            ComparisonReport.Factor(
              name: DerivativeName.text(of: top, by: bottom), rules: words,
              pair: ComparisonReport.Pair(
                left: PassFactors.number(rules), right: PassFactors.number(others)))
          ))
      }
    }
  }

  /// A rule in the names of the first, and without rounds, so that two of one kind are the same.
  private static func words(_ products: [[Formula]], _ titles: [(old: String, new: String)])
    -> String
  {
    let style = FormulaStyle(.names, numbers: .exact, typeset: false)
    let terms = products.map { factors -> String in
      let kept = factors.filter { $0.text(style) != "1" }
      if kept.count == 1 { return kept[0].text(style) }
      let words = kept.map { $0.text(style, inside: .power) }
      return words.isEmpty ? "1" : words.joined(separator: "*")
    }
    var text = terms.joined(separator: " + ")
    for (old, new) in titles { text = replace(old, by: new, in: text) }
    return text.replacing(/·[0-9]+/, with: "").replacing(/(^|\W)\((\w+)\)/) {
      $0.output.1 + $0.output.2
    }
  }

  /// Replaces a name where it is not part of another.
  private static func replace(_ old: String, by new: String, in text: String) -> String {
    var words = ""
    var rest = text[...]
    while let place = rest.firstRange(of: old) {
      let before = place.lowerBound == text.startIndex ? nil : text[..<place.lowerBound].last
      let after = rest[place.upperBound...].first
      let isWhole = ![before, after].contains {
        $0.map { $0.isLetter || $0.isNumber || $0 == "_" } ?? false
      }
      words += rest[..<place.lowerBound] + (isWhole ? new : old)
      rest = rest[place.upperBound...]
    }
    return words + rest
  }
}

extension Graph {
  /// A title without its round.
  fileprivate func plainTitle(of node: NodeID) -> String {
    let title = title(of: node)
    guard let dot = title.firstIndex(of: "·") else { return title }
    let rest = title[title.index(after: dot)...].drop(while: \.isNumber)
    return String(title[..<dot] + rest)
  }
}
