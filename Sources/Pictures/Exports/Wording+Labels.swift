import Reporting

/// A picture's words without styles, for programs that draw it themselves.
extension Wording {
  /// What stands in a box, line by line.
  func lines(of box: GraphPicture.Box) -> [String] {
    ([header(of: box)] + rows(of: box)).map(\.text).filter { !$0.isEmpty }
  }

  /// What stands beside an arrow: the local derivative, and what is sent back; nothing where no
  /// gradient flows.
  func lines(beside arrow: GraphPicture.Arrow, back: String) -> [String] {
    guard let factor = factor(of: arrow), let sent = contribution(of: arrow) else { return [] }
    return [factor, "\(back) \(sent)"]
  }
}
