import Language
import Reporting

extension Exercise {
  /// Reads the exercise in a folder; throws everything that is wrong with the first file that is.
  public init(folder: String) throws(DocumentFault) {
    let path = folder.split(separator: "/", omittingEmptySubsequences: true)
    self.folder = folder
    name = path.last.map(String.init) ?? folder
    lesson =
      path.count > 2 && path[path.count - 2] == "exercises" ? String(path[path.count - 3]) : ""
    guard LessonFiles.isFolder(folder) else {
      throw LessonFiles.fault(folder, "there is no exercise here", "name a folder with a task.md")
    }
    task = try Notebook(try LessonFiles.read(folder + "/task.md"))
    var facts = Facts(task)
    try facts.check()
    title = facts.text("title", "The slope of a square")
    kind = facts.kind()
    hints = facts.hints()
    limits = facts.limits()
    seeds = facts.seeds(kind)
    training = facts.training(kind)
    forbidden = facts.forbidden(kind)
    draws = facts.draws(kind)
    let points = facts.points()
    try facts.check()
    check = try CheckFile(try LessonFiles.read(folder + "/check.grad"), for: kind)
    self.points = try facts.shared(points, by: check.parts.count)
    facts.refuseOthers()
    try facts.check()
    let given = folder + "/given.grad"
    self.given = LessonFiles.isFile(given) ? try LessonFiles.read(given) : nil
    start = try LessonFiles.read(folder + "/start.grad")
    solution = try LessonFiles.read(folder + "/solution.grad")
    wrong = try Exercise.wrong(in: folder + "/wrong")
  }

  private static func wrong(in folder: String) throws(DocumentFault) -> [Wrong] {
    var wrong: [Wrong] = []
    for name in LessonFiles.names(in: folder) where name.hasSuffix(".grad") {
      let source = try LessonFiles.read("\(folder)/\(name)")
      let line = source.text(source.lineRange(around: 0))
      let mark = "# diagnosis:"
      let diagnosis = line.hasPrefix(mark) ? line.dropFirst(mark.count).filter { $0 != " " } : ""
      guard !diagnosis.isEmpty else {
        let diagnostic = Diagnostic(
          "wrong-diagnosis", "the first line does not say which diagnosis this must get",
          at: source.range(0..<line.utf8.count), notes: ["begin with '# diagnosis: sign-flipped'"])
        throw DocumentFault(source, [diagnostic])
      }
      wrong.append(Wrong(source: source, diagnosis: diagnosis))
    }
    return wrong
  }
}

extension Facts {
  fileprivate mutating func kind() -> ExerciseKind {
    let known = ExerciseKind.allCases.map(\.rawValue)
    let before = diagnostics.count
    let word = text("kind", "derive")
    if let kind = ExerciseKind(rawValue: word) { return kind }
    if diagnostics.count == before {
      let closest = closestName(to: word, among: known).map { "; did you mean '\($0)'?" } ?? ""
      complain(
        "there is no kind of exercise called '\(word)'\(closest)", at: place(of: "kind"),
        "the kinds are \(known.joined(separator: ", "))")
    }
    return .write
  }

  fileprivate mutating func hints() -> [String] {
    let hints = list("hints").map(\.text)
    if hints.count != 3 || hints.contains("") {
      complain(
        "there are \(hints.count) hints, and there must be three", at: place(of: "hints"),
        "write a nudge, the rule, and the rule with the numbers in; the solution comes after them")
    }
    return hints
  }

  fileprivate mutating func limits() -> Limits {
    var limits = Limits()
    (limits.seconds, limits.nodes, limits.steps) = (10, 2_000_000, 50_000_000)
    (limits.memory, limits.threads) = (1 << 30, 1)
    for (key, value) in map("limits") {
      let number = Double(value.text) ?? .nan
      guard number > 0, number <= 1e9 else {
        complain("'\(value.text)' is no number above 0", at: value.range)
        continue
      }
      switch key.text {
      case "seconds": limits.seconds = number
      case "nodes": limits.nodes = Int(exactly: number.rounded()) ?? limits.nodes
      case "steps": limits.steps = Int(exactly: number.rounded()) ?? limits.steps
      default:
        complain(
          "there is no limit called '\(key.text)'", at: key.range,
          "the limits are seconds, nodes and steps")
      }
    }
    return limits
  }

  fileprivate mutating func seeds(_ kind: ExerciseKind) -> [Int64] {
    var seeds: [Int64] = []
    for item in kind == .train ? list("seeds") : [] {
      if let seed = Int64(item.text) {
        seeds.append(seed)
      } else {
        complain("a seed is a whole number, not '\(item.text)'", at: item.range)
      }
    }
    if kind == .train, seeds.isEmpty {
      complain(
        "'seeds' is missing: the goal must be reached for each of them", at: place(of: "seeds"),
        "add a line 'seeds: [1, 2, 3]'")
    }
    return seeds
  }

  fileprivate mutating func draws(_ kind: ExerciseKind) -> [Exercise.Draw] {
    var draws: [Exercise.Draw] = []
    for (name, values) in kind == .quiz ? map("draws") : [] {
      let choices = values.text.split(separator: " ").map(String.init)
      if let choice = choices.first(where: { Double($0) == nil }) {
        complain("'\(choice)' is no number to draw", at: values.range)
      } else if choices.isEmpty {
        complain("there is nothing to draw '\(name.text)' from", at: name.range)
      }
      draws.append(Exercise.Draw(name: name.text, choices: choices))
    }
    return draws
  }

  /// The points as they are written: one number, or one for each part.
  fileprivate mutating func points() -> [Double] {
    let words: [FrontMatter.Scalar]
    switch value("points") {
    case .scalar(let scalar): words = [scalar]
    case .list(let items): words = items
    case nil, .map:
      complainMissing("points", "3")
      return []
    }
    var points: [Double] = []
    for word in words {
      if let number = Double(word.text), number > 0, number <= 1e6 {
        points.append(number)
      } else {
        complain("points are a number above 0, not '\(word.text)'", at: word.range)
      }
    }
    return points
  }

  fileprivate mutating func shared(_ points: [Double], by parts: Int) throws(DocumentFault)
    -> [Double]
  {
    if points.count == parts { return points }
    if points.count == 1 { return Array(repeating: points[0] / Double(parts), count: parts) }
    complain(
      "there are points for \(points.count) parts, and check.grad has \(parts)",
      at: place(of: "points"), "write one number for all of them, or a list of \(parts)")
    try check()
    return []
  }

  private mutating func place(of key: String) -> SourceRange? {
    switch value(key) {
    case .scalar(let scalar): scalar.range
    case .list(let items): items.first?.range
    case .map(let fields): fields.first?.key.range
    case nil: nil
    }
  }
}
