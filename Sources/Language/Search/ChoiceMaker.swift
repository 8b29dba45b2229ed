import Autodiff

/// What decides, choice after choice, what a trial is made of.
protocol ChoiceMaker: AnyObject {
  /// Which of so many alternatives, from 0.
  func alternative(of count: Int) -> Int
  /// A number.
  func number(in interval: Interval) -> Double
}

/// One place of a grid: which alternative it takes at each choice it meets.
///
/// A choice inside an alternative is only met where that alternative is taken, so the places are
/// counted through like the digits of an odometer, the last of them turning fastest.
final class GridPlace: ChoiceMaker {
  private var digits: [(place: Int, count: Int)]
  private var met = 0

  /// The first place of a grid.
  init() { digits = [] }

  private init(_ digits: [(place: Int, count: Int)]) { self.digits = digits }

  func alternative(of count: Int) -> Int {
    if met == digits.count { digits.append((0, count)) }
    met += 1
    return digits[met - 1].place
  }

  func number(in interval: Interval) -> Double {
    interval.gridPoint(alternative(of: interval.gridCount))
  }

  /// The place after this one, once all choices of this one have been met; nil after the last.
  var next: GridPlace? {
    var next = digits
    while let last = next.popLast() {
      guard last.place + 1 < last.count else { continue }
      return GridPlace(next + [(last.place + 1, last.count)])
    }
    return nil
  }
}

/// One trial drawn at random; each draw depends on the seed, the trial and the choice alone.
final class RandomPlace: ChoiceMaker {
  private let draw: RandomSource.Draw
  private var met = 0

  init(seed: Int64, trial: Int) {
    draw = RandomSource.draw(seed: seed, place: trial)
  }

  func alternative(of count: Int) -> Int {
    min(Int(uniform() * Double(count)), count - 1)
  }

  func number(in interval: Interval) -> Double { interval.number(uniform()) }

  private func uniform() -> Double {
    defer { met += 1 }
    return draw.uniform(met)
  }
}
