import Autodiff

/// What a method did in one step, line by line.
public struct MethodStory: Sendable {
  /// What stands on a line.
  public enum Content: Sendable, Equatable {
    case number(Double)
    /// A number for each parameter.
    case vector([Double])
    case words(String)
  }

  /// One quantity.
  public struct Line: Sendable {
    /// What it is: `direction`, `step length`, `curvature`.
    public let name: String
    /// What it came to.
    public let content: Content
    /// How it came about: a formula of the lines above, or words.
    fileprivate let origin: Origin
  }

  /// How a quantity came about.
  fileprivate enum Origin: Sendable {
    case formula(Formula)
    case words(String)

    /// As a formula that stands for a number.
    func formula(_ number: Double) -> Formula {
      switch self {
      case .formula(let formula): formula
      case .words(let words): Formula(words, number)
      }
    }
  }

  /// The lines, in the order things happened.
  public private(set) var lines: [Line] = []

  mutating func tell(_ name: String, _ number: Double, _ origin: String) {
    lines.append(Line(name: name, content: .number(number), origin: .words(origin)))
  }

  mutating func tell(_ name: String, _ formula: Formula) {
    lines.append(
      Line(name: name, content: .number(formula.number ?? .nan), origin: .formula(formula)))
  }

  mutating func tell(_ name: String, _ vector: [Double], _ origin: String) {
    lines.append(Line(name: name, content: .vector(vector), origin: .words(origin)))
  }

  mutating func tell(_ name: String, _ words: String) {
    lines.append(Line(name: name, content: .words(words), origin: .words(words)))
  }

  /// What stands on the last line of that name.
  public subscript(name: String) -> Content? { lines.last { $0.name == name }?.content }

  /// The lines that are words: why the method stopped, whether its step was taken.
  public var notes: [String] {
    lines.compactMap { line in
      if case .words(let words) = line.content { "\(line.name): \(words)" } else { nil }
    }
  }

  /// The same of a single parameter, each vector's number for it; behind every step length stands
  /// what the step made of the parameter.
  public func lines(of place: Int, parameter: (name: String, number: Double)) -> [UpdateStory.Line]
  {
    var told: [UpdateStory.Line] = []
    var now = Formula(parameter.name, parameter.number)
    var direction = Formula("direction", 0)
    for line in lines {
      switch line.content {
      case .number(let number):
        told.append(
          UpdateStory.Line(name: line.name, formula: line.origin.formula(number), number: number))
        guard line.name == "step length" else { continue }
        let next = now + Formula(line.name, number) * direction
        let moved = next.number ?? .nan
        told.append(UpdateStory.Line(name: parameter.name, formula: next, number: moved))
        now = Formula(parameter.name, moved)
      case .vector(let numbers):
        guard numbers.indices.contains(place) else { continue }
        let number = numbers[place]
        if line.name == "direction" { direction = Formula(line.name, number) }
        told.append(
          UpdateStory.Line(
            name: line.name, formula: line.origin.formula(number), number: number))
      case .words: continue
      }
    }
    return told
  }
}
