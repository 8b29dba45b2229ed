import Autodiff
import Reporting
import Training

extension Builtins {
  /// Functions that read, divide and change data sets.
  static let data: [Builtin] = [
    Builtin(
      "csv", "a data set from a file of comma-separated values", operands: ["file"],
      options: [
        Builtin.Option(name: "target", meaning: "the column of the targets; the last unless named")
      ]
    ) { interpreter, operands, _, range throws(Diagnostic) in
      let path = try interpreter.path(operands[0])
      var target: String?
      if let option = operands.first(where: { $0.name == "target" }) {
        target = try interpreter.text(option, "target")
      }
      let set = try interpreter.reading(at: operands[0].range) { () throws(DatasetProblem) in
        try CSVFile.read(path: path, target: target)
      }
      try interpreter.hold(set.x.elements.count, at: range)
      return .data(
        DataValue(set, origin: path, file: DataValue.File(path: path, target: target)))
    },
    Builtin("matrix", "a matrix from a file of comma-separated numbers", operands: ["file"]) {
      interpreter, operands, _, range throws(Diagnostic) in
      let path = try interpreter.path(operands[0])
      let matrix = try interpreter.reading(at: operands[0].range) { () throws(DatasetProblem) in
        try CSVFile.matrix(path: path)
      }
      try interpreter.hold(matrix.elements.count, at: range)
      return .tensor(
        Tensor(
          shape: .matrix(matrix.rows, matrix.columns),
          elements: matrix.elements.map { .number($0) }))
    },
    Builtin(
      "split", "a data set in two: a share of its rows, and the rest", operands: ["data"],
      settings: [
        Setting("share", 0.8, "the share of the rows that the first part gets", in: 0...1),
        Setting("seed", .nan, "what the shuffle depends on; without it the rows keep their order"),
      ]
    ) { interpreter, operands, settings, range throws(Diagnostic) in
      let data = try interpreter.dataset(operands[0])
      let seed = try interpreter.seed(settings[1], at: range)
      let (first, rest) = try interpreter.reading(at: range) { () throws(DatasetProblem) in
        try data.set.split(at: settings[0], seed: seed)
      }
      return .parts([.data(data.with(first)), .data(data.with(rest))])
    },
    Builtin(
      "standardize", "every input with mean 0 and standard deviation 1", operands: ["data"],
      options: [
        Builtin.Option(name: "like", meaning: "a standardized set whose mean and deviation to use")
      ]
    ) { interpreter, operands, _, range throws(Diagnostic) in
      let data = try interpreter.dataset(operands[0])
      guard let like = operands.first(where: { $0.name == "like" }) else {
        let set = try interpreter.reading(at: range) { () throws(DatasetProblem) in
          try data.set.standardized()
        }
        return .data(data.with(set))
      }
      let other = try interpreter.dataset(like)
      let set = try interpreter.reading(at: like.range) { () throws(DatasetProblem) in
        try data.set.standardized(like: other.set)
      }
      return .data(data.with(set))
    },
    Builtin(
      "noise", "the same data set with random noise on its inputs", operands: ["data"],
      settings: [
        Setting("std", 0.1, "the standard deviation of the noise", in: 0 ... .infinity),
        Setting("seed", .nan, "what the noise depends on, instead of the session's seed"),
      ]
    ) { interpreter, operands, settings, range throws(Diagnostic) in
      let data = try interpreter.dataset(operands[0])
      let seed = try interpreter.seed(settings[1], at: range)
      let drawn = seed ?? Int64(bitPattern: interpreter.random.draw().bits(0))
      return .data(data.with(data.set.adding(noise: settings[0], seed: drawn)))
    },
  ]
}

extension Interpreter {
  fileprivate func dataset(_ operand: Builtin.Operand) throws(Diagnostic) -> DataValue {
    guard case .data(let data) = operand.value else {
      throw DataProblem.notData("what is given", kind: operand.value.kind)
        .diagnostic(at: operand.range)
    }
    return data
  }

  func text(_ operand: Builtin.Operand, _ what: String) throws(Diagnostic) -> String {
    guard case .text(let text) = operand.value else {
      throw ProgramProblem.settingNotText(what, kind: operand.value.kind)
        .diagnostic(at: operand.range)
    }
    return text
  }

  /// A file's path, relative to the program that names it.
  fileprivate func path(_ operand: Builtin.Operand) throws(Diagnostic) -> String {
    let name = try text(operand, "file")
    guard readsFiles else {
      throw Diagnostic("no-files", "files cannot be read here", at: operand.range)
    }
    if name.hasPrefix("/") { return name }
    guard let (source, _) = sources.source(at: operand.range.start) else { return name }
    if source.name.hasPrefix("<") { return folder.isEmpty ? name : "\(folder)/\(name)" }
    let folder = source.name.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    guard !folder.isEmpty else { return name }
    return (folder + [Substring(name)]).joined(separator: "/")
  }

  /// A whole number that random draws depend on; nil where none is given.
  func seed(_ number: Double, at range: SourceRange) throws(Diagnostic) -> Int64? {
    if number.isNaN { return nil }
    guard let seed = Int64(exactly: number) else {
      throw ProgramProblem.notWhole(what: "a seed", value: number).diagnostic(at: range)
    }
    return seed
  }

  /// Does something with data; what goes wrong gets its place in the program.
  fileprivate func reading<Result>(
    at range: SourceRange, _ body: () throws(DatasetProblem) -> Result
  ) throws(Diagnostic) -> Result {
    do { return try body() } catch { throw error.diagnostic(at: range) }
  }
}
