import Autodiff
import Reporting

extension ClaimTest {
  /// The most corners that are told of.
  private static let mostCorners = 3
  /// How far apart the slopes on both sides of a corner are at least, in proportion to 1 or to the
  /// larger one: nearer ones differ by the width of the neighbourhood that was looked at.
  private static let cornerWidth = 1e-6

  /// What may be said of the elements that have no single derivative where the program stands.
  func corners(of name: String, _ shape: Shape) -> [String] {
    (intervals.first ?? []).enumerated().filter { $0.element.isCorner(ClaimTest.cornerWidth) }
      .prefix(ClaimTest.mostCorners).map { element, interval in
        let width = interval.upperBound - interval.lowerBound
        let ends = [interval.lowerBound, interval.upperBound].map {
          NumberStyle(digits: 5).text(abs($0) < 1e-6 * width ? 0 : $0)
        }
        let one = shape == .scalar ? name : "\(name)\(shape.subscriptText(of: element))"
        return "\(one) stands at a corner: any number from \(ends[0]) to \(ends[1]) is right"
      }
  }
}

extension ClosedRange<Double> {
  fileprivate func isCorner(_ least: Double) -> Bool {
    let width = upperBound - lowerBound
    return width.isFinite && width > least * Swift.max(1, abs(lowerBound), abs(upperBound))
  }
}
