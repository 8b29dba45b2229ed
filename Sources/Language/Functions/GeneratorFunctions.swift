import Autodiff
import Reporting
import Training

extension Builtins {
  /// Functions that make numbers from nothing; inside the value of a leaf they fill its shape.
  static let generators: [Builtin] = [
    Builtin(
      "zeros", "zeros in a shape: zeros(3), zeros(2, 3)", operands: ["sizes"], count: 0...2
    ) { interpreter, operands, _, range throws(Diagnostic) in
      try interpreter.filled(operands, at: range) { _ in 0 }
    },
    Builtin(
      "ones", "ones in a shape: ones(3), ones(2, 3)", operands: ["sizes"], count: 0...2
    ) { interpreter, operands, _, range throws(Diagnostic) in
      try interpreter.filled(operands, at: range) { _ in 1 }
    },
    Builtin(
      "normal", "random numbers from the normal distribution", operands: [], count: 0...0,
      settings: [
        Setting("mean", 0, "the middle of the distribution"),
        Setting("std", 1, "its standard deviation", in: 0 ... .infinity),
      ] + shapeAndSeed
    ) { interpreter, _, settings, range throws(Diagnostic) in
      try interpreter.drawn(settings, at: range) { settings[0] + settings[1] * $0.normal($1) }
    },
    Builtin(
      "uniform", "random numbers, equally likely from a up to b", operands: [], count: 0...0,
      settings: [
        Setting("a", 0, "the least number"), Setting("b", 1, "the number just above the largest"),
      ] + shapeAndSeed
    ) { interpreter, _, settings, range throws(Diagnostic) in
      if let rule = Initialization.named("uniform") {
        try interpreter.refuseConflict(rule, settings, at: range)
      }
      return try interpreter.drawn(settings, at: range) {
        settings[0] + (settings[1] - settings[0]) * $0.uniform($1)
      }
    },
  ]

  /// Settings that every random function has after its own two.
  private static let shapeAndSeed = [
    Setting("rows", .nan, "how many rows; none gives the shape of the leaf, or one number"),
    Setting("columns", .nan, "how many columns"),
    Setting("seed", .nan, "a seed of its own, instead of the session's"),
  ]
}

extension Interpreter {
  /// Numbers that depend on nothing but their place, in a stated shape or the leaf's.
  func filled(
    _ sizes: [Builtin.Operand], at range: SourceRange, _ number: (Int) -> Double
  ) throws(Diagnostic) -> Value {
    var counts: [Double] = []
    for size in sizes {
      counts.append(try self.number(of: size.value, "a size", at: size.range))
    }
    let place = sizes.dropFirst().reduce(sizes.first?.range ?? range) { $0.union($1.range) }
    let shape = try counts.isEmpty ? fillShape ?? .scalar : self.shape(counts, at: place)
    try hold(shape.count, at: range)
    return simplified(
      Tensor(shape: shape, elements: (0..<shape.count).map { .number(number($0)) }))
  }

  fileprivate func drawn(
    _ settings: Settings, at range: SourceRange,
    _ number: (RandomSource.Draw, Int) -> Double
  ) throws(Diagnostic) -> Value {
    let sizes = [settings[2], settings[3]].filter { !$0.isNaN }
    let shape = try sizes.isEmpty ? fillShape ?? .scalar : self.shape(sizes, at: range)
    try hold(shape.count, at: range)
    let draw: RandomSource.Draw
    if settings[4].isNaN {
      draw = random.draw()
    } else {
      guard let seed = Int64(exactly: settings[4]) else {
        throw ProgramProblem.notWhole(what: "a seed", value: settings[4]).diagnostic(at: range)
      }
      var own = RandomSource(seed: seed)
      draw = own.draw()
    }
    return simplified(
      Tensor(shape: shape, elements: (0..<shape.count).map { .number(number(draw, $0)) }))
  }

  /// A shape of one or two sizes, each a whole number from 1, small enough to be held.
  func shape(_ sizes: [Double], at range: SourceRange) throws(Diagnostic) -> Shape {
    guard (1...2).contains(sizes.count) else {
      throw ProgramProblem.tooManyDimensions(sizes.count).diagnostic(at: range)
    }
    var counts: [Int] = []
    for size in sizes {
      guard let count = Int(exactly: size), count >= 1 else {
        throw ProgramProblem.badSize(value: size).diagnostic(at: range)
      }
      counts.append(count)
    }
    let (count, overflow) = counts.reduce((1, false)) { product, size in
      let (next, isOver) = product.0.multipliedReportingOverflow(by: size)
      return (next, product.1 || isOver)
    }
    try foresee(nodes: overflow ? .max : count, at: range)
    return counts.count == 1 ? .vector(counts[0]) : .matrix(counts[0], counts[1])
  }
}
