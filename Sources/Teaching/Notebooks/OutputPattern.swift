/// A recorded output, in which a line `...` stands for any lines.
enum OutputPattern {
  /// The line that stands for any lines.
  static let anything = "..."

  /// Whether an output is what was recorded.
  static func matches(_ recorded: [String], _ actual: [String]) -> Bool {
    var (place, line) = (0, 0)
    /// The last `...` and how many lines it stands for so far, to be made longer.
    var wildcard: (place: Int, line: Int)?
    while line < actual.count {
      if place < recorded.count, recorded[place] == anything {
        wildcard = (place, line)
        place += 1
      } else if place < recorded.count, recorded[place] == actual[line] {
        place += 1
        line += 1
      } else if let last = wildcard {
        wildcard = (last.place, last.line + 1)
        place = last.place + 1
        line = last.line + 1
      } else {
        return false
      }
    }
    return recorded[place...].allSatisfy { $0 == anything }
  }

  /// The lines of an output with every `...` of what was recorded that still has a place among them.
  ///
  /// The recorded lines are laid beside the new ones so that the fewest of them change; a `...` takes
  /// what stands between its neighbours. Without a `...` these are the new lines themselves.
  static func renewed(_ recorded: [String], _ actual: [String]) -> [String] {
    guard recorded.contains(anything), let steps = Alignment(recorded, actual)?.steps else {
      return actual
    }
    var lines: [String] = []
    for step in steps {
      switch step {
      case .take(let line): lines.append(actual[line])
      case .anything: lines.append(anything)
      }
    }
    return lines
  }
}
