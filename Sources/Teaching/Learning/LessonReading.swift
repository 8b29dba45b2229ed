import Language
public import Reporting

/// A lesson that is being read: where the learner is, and what its cells have printed.
///
/// The cells run in a session of the lesson's own, each once and in order, when the first of them is
/// come to that was not run yet; so going back shows again what was shown.
public final class LessonReading {
  /// Something that is shown before the learner goes on.
  public struct Stop: Sendable {
    /// The number of its screen, from 1.
    public let screen: Int
    /// What is shown.
    public let part: Lesson.Part
  }

  /// The lesson.
  public let lesson: Lesson
  /// Its stops, from beginning to end.
  public let stops: [Stop]
  /// The stop that is shown, from 0; as many as there are at the end of the lesson.
  public private(set) var place: Int

  private let runner: CellRunner
  private var printed: [[String]] = []

  /// A lesson opened at a stop; its cells print lines of so many columns.
  public init(
    _ lesson: Lesson, at place: Int = 0, width: Int = 80,
    isInterrupted: @escaping @Sendable () -> Bool = { false }
  ) {
    self.lesson = lesson
    stops = lesson.screens.enumerated().flatMap { number, screen in
      screen.parts.filter { !$0.isHidden }.map { Stop(screen: number + 1, part: $0) }
    }
    self.place = stops.indices.contains(place) ? place : 0
    runner = CellRunner(width: width, isInterrupted: isInterrupted)
    runner.folder = lesson.notebook.folder
  }

  /// What is shown now; nil at the end.
  public var stop: Stop? { stops.indices.contains(place) ? stops[place] : nil }

  /// The exercise that is shown now, by the name of its folder.
  public var exercise: String? {
    if case .exercise(let name)? = stop?.part { name } else { nil }
  }

  /// The cells whose output a learner who is here has seen, and the hidden ones before them.
  var cellsSoFar: ArraySlice<Cell> {
    let numbers = stops.prefix(place + 1).compactMap { stop -> Int? in
      if case .cell(let cell) = stop.part { cell.number } else { nil }
    }
    return lesson.notebook.cells.prefix(numbers.max() ?? 0)
  }

  /// Goes on to the next stop, or to the end.
  public func goOn() { place = min(place + 1, stops.count) }

  /// Goes back a stop; false at the beginning.
  public func goBack() -> Bool {
    if place == 0 { return false }
    place -= 1
    return true
  }

  /// Goes to a screen, by its number; false if there is none.
  public func go(toScreen number: Int) -> Bool {
    guard let found = stops.firstIndex(where: { $0.screen == number }) else { return false }
    place = found
    return true
  }

  /// Goes to an exercise, by its name, its number or a part of its name; false if there is none.
  public func go(toExercise name: String) -> Bool {
    let names = stops.map { stop in
      if case .exercise(let name) = stop.part { name } else { "" }
    }
    guard let found = LessonLibrary.place(of: name, among: names) else { return false }
    place = found
    return true
  }

  /// A cell with what it prints.
  public func document(of cell: Cell) -> Document {
    for next in lesson.notebook.cells.prefix(cell.number).dropFirst(printed.count) {
      let outcome = runner.run(next)
      if outcome.isInterrupted { return cell.document(printing: outcome.lines) }
      printed.append(outcome.lines)
    }
    let lines = printed.indices.contains(cell.number - 1) ? printed[cell.number - 1] : []
    return cell.document(printing: lines)
  }
}

extension Lesson.Part {
  /// Whether it runs without being shown.
  var isHidden: Bool {
    if case .cell(let cell) = self { cell.attributes.isHidden } else { false }
  }
}
