import Pictures
import Reporting
import Training

/// How predictions divide the plane, and which part the target of a row belongs to.
///
/// Several predictions decide for the largest. A single one decides between two targets, no and yes
/// or -1 and 1; where the targets are any numbers, it is shown by its height and so are they.
struct PlotDecision {
  /// The parts of the plane.
  let regions: RegionPlot.Regions
  /// What the classes are called; none where targets are any numbers.
  let classes: [String]
  /// Above which number a target is a yes.
  private let middle: Double?

  /// The decision between the targets of a set by so many predictions; one that is learned to be
  /// above a `threshold` for yes.
  init(_ set: Dataset, outputs: Int, threshold: Double?) {
    guard outputs == 1 else {
      regions = .classes
      classes = set.classes ?? (1...outputs).map(String.init)
      middle = nil
      return
    }
    let targets = Set(set.y.map { $0.columns == 1 ? $0.elements : [] } ?? [])
    let pairs = [[0.0, 1], [-1, 1]] + (set.classes?.count == 2 ? [[1, 2]] : [])
    guard let pair = pairs.first(where: targets.isSubset), !targets.isEmpty else {
      (regions, classes, middle) = (.levels([]), [], nil)
      return
    }
    let half = (pair[0] + pair[1]) / 2
    regions = .levels([threshold ?? half])
    classes = set.classes ?? pair.map(NumberStyle.exact.text)
    middle = half
  }

  /// Whether targets are classes.
  var isOfClasses: Bool { !classes.isEmpty }

  /// The number that stands for some predictions: of their class, from 0, or the only one.
  func number(_ predictions: [Double]) -> Double {
    predictions.count == 1 ? predictions[0] : Double(PlotDecision.largest(predictions))
  }

  /// The class of a target, from 0: of the number of a class from 1, of a share for each, of no or
  /// yes; nil if it is none.
  func classIndex(_ target: [Double]) -> Int? {
    guard let first = target.first, isOfClasses else { return nil }
    if let middle { return first > middle ? 1 : 0 }
    if target.count > 1 { return PlotDecision.largest(target) }
    guard let number = Int(exactly: first), 1...classes.count ~= number else { return nil }
    return number - 1
  }

  private static func largest(_ numbers: [Double]) -> Int {
    numbers.indices.reduce(0) { numbers[$1] > numbers[$0] ? $1 : $0 }
  }
}
