import Autodiff
import Reporting

/// Programs that show a word at work; what they print is computed when it is shown.
extension Reference {
  /// A program for an operator, at one of the points where its derivatives are tested.
  static func example(of operation: Operator, named name: String) -> String {
    let sample = sample(of: operation)
    func list(_ numbers: some Collection<Double>) -> String {
      "[" + numbers.map { NumberStyle.exact.text($0) }.joined(separator: ", ") + "]"
    }
    var lines: [String] = []
    let words: [String]
    switch operation.arrangement {
    case .elementwise:
      words = operands(of: operation)
      for (word, number) in zip(words, sample) {
        lines.append("input \(word) = \(NumberStyle.exact.text(number))")
      }
    case .pair:
      words = ["a", "b"]
      lines.append("input a = \(list(sample.prefix(sample.count / 2)))")
      lines.append("input b = \(list(sample.suffix(sample.count / 2)))")
    case .all, .row, .elementOfRow:
      words = ["x"]
      lines.append("input x = \(list(sample))")
    }
    switch operation.notation {
    case .call: lines.append("y = \(name)(\(words.joined(separator: ", ")))")
    case .infix(let symbol, _): lines.append("y = \(words.joined(separator: " \(symbol) "))")
    case .prefix(let symbol, _): lines.append("y = \(symbol)\(words[0])")
    }
    if case .elementOfRow = operation.arrangement {
      lines += ["y", "backward y[1]"]
    } else {
      lines.append("backward y")
    }
    return lines.joined(separator: "\n")
  }

  /// The last point of an operator of one number, which is mostly positive; else the first of
  /// those with the most numbers.
  private static func sample(of operation: Operator) -> [Double] {
    if operation.operandCount == 1...1, let last = operation.samples.last { return last }
    let most = operation.samples.map(\.count).max()
    return operation.samples.first { $0.count == most }
      ?? Array(repeating: 2, count: operands(of: operation).count)
  }

  /// A search over a width and a learning rate.
  private static let searchExample = """
    data xor = [0 0 -> 0; 0 1 -> 1; 1 0 -> 1; 1 1 -> 0]
    net mlp = 2 -> dense(choose(2, 4, 8), tanh) -> dense(1, sigmoid), seed=7
    search mlp, xor, loss=mse, optimizer=adam(lr=choose(0.01, 0.1)), epochs=60
    best([1, 0])
    """

  /// Programs for everything that is not an operator.
  static let examples: [String: String] = [
    "show": "input x = 2\ny = x^2 + 1\nshow y",
    "forward": "input x = 2\nparam w = -3\ny = tanh(w*x + 6.5)\nforward y",
    "backward": "input x = 2\nparam w = -3\ny = tanh(w*x + 6.5)\nbackward y",
    "step": "input x = 2\ny = x^2\nstep y",
    "check": "input x = 2\nparam w = -3\ny = tanh(w*x + 6.5)\ncheck y",
    "train": """
    data xor = [0 0 -> 0; 0 1 -> 1; 1 0 -> 1; 1 1 -> 0]
    net mlp = 2 -> dense(4, tanh) -> dense(1, sigmoid), init=xavier, seed=7
    train mlp, xor, loss=mse, optimizer=adam(lr=0.1), epochs=60, every=20
    mlp([1, 0])
    """,
    "minimize": """
    param x = 4
    L = (x - 1)^2
    minimize L, optimizer=sgd(lr=0.25), steps=3
    """,
    "plot": "plot tanh, x=-4..4",
    "explain": """
    param x = 4
    L = (x - 1)^2
    minimize L, optimizer=adam(lr=0.1), steps=2
    explain x
    """,
    "search": searchExample,
    "choose": searchExample,
    "between": """
    data line = [0 -> 1; 1 -> 3; 2 -> 5]
    net fit = 1 -> dense(1), seed=1
    search fit, line, loss=mse, optimizer=sgd(lr=between(0.001, 1, log=true)), epochs=50, trials=6, seed=1
    best(3)
    """,
    "expect": "x = 0.1 + 0.2\nexpect x ~ 0.3\nexpect x == 0.3",
    "draw": "input x = 2\ny = x^2\ndraw y",
    "seed": "seed 7\nparam w[2] = normal()\nw",
    "input": "input x = 2\ny = x^2\ny\ninput x = 3\ny",
    "param": "param W[2,3] = uniform(-1, 1, seed=1)\nW",
    "set": "param w = 1\ny = w^2\nset w = w - 0.1*grad(y, w)\ny",
    "for": "input x = 2\nh = x\nfor k in 1..3 { h = tanh(h) }\nbackward h",
    "~": "0.1 + 0.2 ~ 0.3",
    "@": "[[1, 2], [3, 4]] @ [5, 6]",
    "len": "len([4, 5, 6])",
    "transpose": "transpose([[1, 2], [3, 4]])",
    "concat": "concat([1, 2], [3])",
    "outer": "outer([1, 2], [3, 4])",
    "grad": "input x = 3\ny = x^3\ngrad(y, x)\ngrad(grad(y, x), x)",
    "hessian": "input a = 1; input b = 2\ny = a^2*b\nhessian(y, [a, b])",
    "zeros": "zeros(2, 3)",
    "ones": "ones(3)",
    "normal": "param w[3] = normal(0, 0.1, seed=1)\nw",
    "uniform": "param w[3] = uniform(-1, 1, seed=1)\nw",
  ]
}
