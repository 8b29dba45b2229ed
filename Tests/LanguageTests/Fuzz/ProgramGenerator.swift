import Autodiff

@testable import Language

/// Random programs from the grammar of the language: most of them run, some of them do not.
struct ProgramGenerator {
  var random: RandomNumbers
  private var names = ["x"]
  private var functions: [String] = []

  init(seed: Int) {
    random = RandomNumbers(seed: seed)
  }

  /// A program of a few statements.
  mutating func program() -> String {
    statements().joined(separator: random.oneIn(4) ? "; " : "\n")
  }

  /// The statements of a program.
  mutating func statements() -> [String] {
    names = ["x"]
    functions = []
    var lines = ["input x = 0.5"]
    for _ in 0..<1 + random.below(12) { lines.append(statement(depth: 2)) }
    return lines
  }

  /// One statement, which may use what earlier ones defined.
  mutating func statement(depth: Int) -> String {
    switch random.below(depth > 1 ? 16 : 9) {
    case 0...2: return define()
    case 3: return "\(random.pick(ProgramGenerator.verbs)) \(expression(3))\(option())"
    case 4: return "expect \(expression(2)) \(random.pick(["~", "<", "==", ">="])) \(expression(2))"
    case 5: return "set \(random.pick(names)) = \(expression(2))"
    case 6:
      return
        "set [\(random.pick(names)), \(random.pick(names))] = [\(expression(1)), \(expression(1))]"
    case 7: return expression(3)
    case 8: return "backward \(expression(2)), steps=false"
    case 9, 10: return leaf()
    case 11: return function()
    case 12, 13: return loop(depth)
    case 14: return "seed \(random.below(100))"
    default: return "check \(random.pick(names))"
    }
  }

  private static let verbs = ["show", "forward", "backward", "step", "check", "draw", "expect"]

  private mutating func option() -> String {
    guard random.oneIn(4) else { return "" }
    return random.pick([
      ", digits=3", ", steps=false", ", unfold=true", ", steps=2", ", tolerance=0.1",
    ])
  }

  private mutating func fresh() -> String {
    let name = random.pick(["a", "b", "c", "w", "η", "权", "y", "h", "sum", "show", "L", "v", "W"])
    if !names.contains(name) { names.append(name) }
    return name
  }

  private mutating func define() -> String {
    let value = expression(3)
    return "\(fresh()) = \(value)"
  }

  private mutating func leaf() -> String {
    let role = random.pick(["input", "param"])
    let value = expression(2)
    switch random.below(4) {
    case 0:
      return
        "\(role) \(fresh())[\(random.below(4))] = \(random.pick(["normal(0, 0.1)", "zeros", value]))"
    case 1:
      return
        "\(role) \(fresh())[2, \(1 + random.below(3))] = \(random.pick(["uniform()", "1", value]))"
    default: return "\(role) \(fresh()) = \(value)"
    }
  }

  private mutating func function() -> String {
    let name = random.pick(["f", "g", "φ", "tanh"])
    let outside = names
    names = ["p", "q"] + names
    let body =
      random.oneIn(2)
      ? expression(3) : "{ r = \(expression(2)); \(random.pick(["r", expression(2)])) }"
    names = outside
    functions.append(name)
    return "\(name)(p, q=\(random.below(3))) = \(body)"
  }

  private mutating func loop(_ depth: Int) -> String {
    let source = random.pick([
      "1..3", "2..1", "[1, 2]", "[[1, 2], [3, 4]]", expression(1), "1..\(random.below(40))",
    ])
    let variables = random.oneIn(4) ? "j, t" : "k"
    names.append("k")
    let body = (0..<1 + random.below(3)).map { _ in statement(depth: depth - 1) }
    return "for \(variables) in \(source) { \(body.joined(separator: "; ")) }"
  }

  private mutating func number() -> String {
    random.pick([
      "0", "1", "2", "-1", ".5", "1e-3", "1_000", "nan", "inf", "3", "1e300", "-0", "pi", "true",
    ])
  }

  /// A call of any function of the language, with some of its settings.
  private mutating func call(_ depth: Int) -> String {
    let function = random.pick(Builtins.all)
    let least = function.operandCount.lowerBound
    let count = least + random.below(min(function.operandCount.upperBound, 3) - least + 1)
    var arguments: [String] = []
    for _ in 0..<count { arguments.append(expression(depth)) }
    for setting in function.settings where random.oneIn(3) {
      let word = setting.words.isEmpty ? number() : "\"\(random.pick(setting.words))\""
      arguments.append("\(setting.name)=\(word)")
    }
    return "\(function.name)(\(arguments.joined(separator: ", ")))"
  }

  mutating func expression(_ depth: Int) -> String {
    guard depth > 0 else { return random.oneIn(3) ? number() : random.pick(names) }
    let next = depth - 1
    switch random.below(25) {
    case 0: return number()
    case 1, 2: return random.pick(names)
    case 3...7:
      return
        "\(expression(next)) \(random.pick(["+", "-", "*", "/", "@", "+", "*"])) \(expression(next))"
    case 8: return "\(expression(next))^\(expression(next))"
    case 9: return "-\(expression(next))"
    case 10:
      return "(\(expression(next)) \(random.pick(["<", "~", "!=", "=="])) \(expression(next)))"
    case 11: return "(\(expression(next)))"
    case 12: return "[\(expression(next)), \(expression(next))]"
    case 13:
      return
        "[\(expression(next)) for \(random.pick(["k", "x"])) in \(random.pick(["1..3", "[1, 2]", expression(next)]))]"
    case 14:
      return
        "\(random.pick(names))[\(random.pick(["1", "..", "2", "1..2", "1, ..", expression(next)]))]"
    case 15: return "where(\(expression(next)), \(expression(next)), \(expression(next)))"
    case 16: return "grad(\(expression(next)), \(random.pick(names + ["[x, x]"])))"
    case 17: return "hessian(\(random.pick(names)), \(random.pick(names)))"
    case 18:
      return
        "\(random.pick(["tanh", "exp", "sum", "log", "len", "transpose", "detach", "sigmoid", "zeros", "leaky_relu"]))(\(expression(next)))"
    case 19:
      return
        "\(random.pick(["max", "dot", "outer", "concat"]))(\(expression(next)), \(expression(next)))"
    case 20:
      guard !functions.isEmpty else { return random.pick(names) }
      return
        "\(random.pick(functions))(\(random.pick([expression(next), "q=2", random.pick(functions)])))"
    case 21...23: return call(next)
    default:
      return random.pick([
        "x.grad", "1..3", "normal()", "uniform(rows=2)", "leaky_relu(negative_slope=2)", "\"text\"",
      ])
    }
  }
}
