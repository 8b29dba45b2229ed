import Autodiff
import Reporting
import Training

/// The next step of an optimizer that something was claimed of.
final class UpdateSubject {
  let next: NextUpdate
  /// Which parameters are claimed, and what they are called together.
  let places: [Int]
  let name: String
  /// The parameters and their gradient at each point.
  let points: [(values: [Double], gradient: [Double])]
  /// What sentences speak of.
  var focus = Focus()

  init(
    _ next: NextUpdate, places: [Int], name: String,
    points: [(values: [Double], gradient: [Double])]
  ) {
    self.next = next
    self.places = places
    self.name = name
    self.points = points
  }

  /// The parameters after the step, from a point.
  func truth(_ point: Int) -> [Double] {
    chosen(next.parameters(from: points[point].values, gradient: points[point].gradient))
  }

  func chosen(_ values: [Double]) -> [Double] { places.map { values[$0] } }

  /// The value a setting of the optimizer has at this step; nil if it has no such setting.
  func setting(_ name: String) -> Double? { place(of: name).map { next.settings[$0] } }

  private func place(of name: String) -> Int? {
    next.optimizer?.settings.firstIndex { $0.name == name }
  }

  /// The settings with some changed.
  func settings(_ changes: [String: Double]) -> Settings {
    var values = next.settings.values
    for (name, value) in changes { if let place = place(of: name) { values[place] = value } }
    return Settings(values)
  }

  /// A claimed parameter after the step, if its gradient were another.
  func stepped(_ element: Int, _ point: Int, gradient slope: Double) -> Double {
    var gradient = points[point].gradient
    gradient[places[element]] = slope
    return next.parameters(from: points[point].values, gradient: gradient)[places[element]]
  }

  func number(_ value: Double) -> String { NumberStyle(digits: 5).text(value) }

  /// The optimizer's own step with something changed.
  func mutant(
    _ change: @escaping (inout NextUpdate, inout [Double]) -> Void,
    sentence: @escaping () -> String
  ) -> Mutant {
    Mutant(
      family: "", elements: 0..<places.count,
      results: { [self] point in
        var (changed, gradient) = (next, points[point].gradient)
        change(&changed, &gradient)
        return chosen(changed.parameters(from: points[point].values, gradient: gradient))
      }, sentence: sentence)
  }
}
