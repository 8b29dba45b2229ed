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
    input x = 2
    param w = -3
    y = tanh(w*x + 6.5)
    explain y, w
    L = (y - 1)^2
    minimize L, optimizer=adam(lr=0.1), steps=2
    explain w
    """,
    "compare": """
    param w = 2
    L = (w - 1)^2
    M = abs(w - 1)
    compare L, M
    """,
    "quiz": "input x = 2\nparam w = -3\ny = (w*x + 1)^2\nquiz y\nquiz level=2, seed=7, blanks=4",
    "rewind": """
    data xor = [0 0 -> 0; 0 1 -> 1; 1 0 -> 1; 1 1 -> 0]
    net mlp = 2 -> dense(3, tanh) -> dense(1, sigmoid), init=xavier, seed=7
    train mlp, xor, loss=mse, optimizer=adam(lr=0.1), epochs=60, every=20
    rewind run, step=7
    explain mlp.w1[1,1]
    rewind run, when=loss < 0.05
    rewind run, resume=true
    """,
    "search": searchExample,
    "choose": searchExample,
    "between": """
    data line = [0 -> 1; 1 -> 3; 2 -> 5]
    net fit = 1 -> dense(1), seed=1
    search fit, line, loss=mse, optimizer=sgd(lr=between(0.001, 1, log=true)), epochs=50, trials=6, seed=1
    best(3)
    """,
    "claim": """
    input x = 2
    param w = 0.3
    z = w*x
    y = tanh(z)
    L = (y - 1)^2
    claim dL/dw = 2*(y - 1)*(1 - y^2)*x
    claim dL/dw = 2*(y - 1)*x
    claim dL/dw = dL/dz*w
    claim dy/dw = 1.42
    minimize L, optimizer=sgd(lr=0.1)
    claim next(w) = w + 0.1*dL/dw
    """,
    "expect": "x = 0.1 + 0.2\nexpect x ~ 0.3\nexpect x == 0.3",
    "draw": "input x = 2\ny = x^2\ndraw y",
    "seed": "seed 7\nparam w[2] = normal()\nw",
    "input": "input x = 2\ny = x^2\ny\ninput x = 3\ny",
    "param": "param W[2,3] = uniform(-1, 1, seed=1)\nW",
    "set": "param w = 1\ny = w^2\nset w = w - 0.1*grad(y, w)\ny",
    "net": """
    net mlp = 2 -> dense(3, tanh) -> dense(1), init=xavier, seed=1
    mlp
    mlp([1, 0.5])
    mlp.a1
    """,
    "data": """
    data d = [0 0 -> 0; 0 1 -> 1; 1 0 -> 1; 1 1 -> 0]
    d
    d.x
    d[2]
    """,
    "=": """
    f(x, k=2) = k*x^2
    y = f(3)
    data d = [1 -> 2; 2 -> 4; 3 -> 6; 4 -> 8; 5 -> 10]
    first, rest = split(d, 0.6)
    y
    rest
    """,
    "split": """
    data d = [1 -> 2; 2 -> 4; 3 -> 6; 4 -> 8; 5 -> 10]
    train_rows, test_rows = split(d, 0.6, seed=1)
    train_rows.x
    """,
    "standardize": "data d = [1 10 -> 0; 2 20 -> 0; 3 60 -> 1]\nstandardize(d).x",
    "noise": "data d = [1 -> 0; 2 -> 1]\nnoise(d, 0.1, seed=1).x",
    "dropout": "dropout([1, 2, 3, 4], 0.5, mask=[1, 0, 1, 1])",
    "batchnorm": "batchnorm([[1, 10], [3, 60]], [1, 1], [0, 0])",
    "layernorm": "layernorm([1, 2, 6], [1, 1, 1], [0, 0, 0])",
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

  /// Other ways to write a statement, and its parts.
  static let forms: [String: [(String, String)]] = [
    "explain": [
      ("explain w", "the last step that changed w, else the gradient of the last loss at w"),
      ("explain L, w", "the gradient of L at w, a leaf or any other node"),
      ("explain loss, mlp.w1[3,2]", "of the loss over all rows of the last training"),
      ("explain mlp.a1[2], row=3", "of the loss of one row, also at what is inside a network"),
      ("explain mlp", "how the gradient grows or shrinks from layer to layer"),
      ("explain L, flow=true", "the same for any value, such as a chain made by a loop"),
    ],
    "check": [
      ("check L", "every gradient of L against a difference"),
      (
        "check L, sweep=true, at=w",
        "one leaf moved by h from 0.1 to 1e-12: where the difference comes nearest, and why"
      ),
    ],
    "step": [
      ("Enter", "shows the result and goes on"),
      ("0.25  2*0.5", "a number typed first is a prediction: it is marked, and a slip is named"),
      ("back  back 3  start  end", "moves"),
      ("unfold  fold", "a step for every operation, or for every name"),
      ("until value < 0", "goes on to the first step where a condition holds"),
      ("q", "leaves the walk"),
    ],
    "quiz": [
      ("quiz L", "every value, factor and product of L"),
      ("quiz L, blanks=5", "five of them; the others are shown"),
      ("quiz level=2", "a generated graph; the seed that is told asks for the same one again"),
    ],
    "compare": [
      ("compare L, M", "two values node by node: what each node is worth, and its gradient"),
      ("compare run, other", "two trainings or minimizations, report by report"),
      ("compare run", "a run before and after its last step, its gradients unclipped and clipped"),
    ],
    "net": [
      ("2 -> dense(4, tanh) -> dense(1)", "two inputs, a layer of four units, one of one"),
      ("mlp([1, 0])", "what it makes of a row, or of each row of a matrix"),
      ("mlp.w1  mlp.b1", "weights and biases of the first dense layer, leaves like any other"),
      ("mlp.z1  mlp.a1", "its sums and activations on the row last evaluated"),
    ],
    "data": [
      ("data d = [0 0 -> 0; 0 1 -> 1]", "rows: inputs, an arrow, targets"),
      ("data d = [5.1 3.5 -> \"setosa\"]", "targets that are names of classes"),
      ("data d = X -> t", "a matrix of inputs and a vector or matrix of targets"),
      ("data d = csv(\"iris.csv\")", "a file; the last column is the target"),
      ("data d = [1; 2; 3]", "inputs alone"),
      ("d.x  d.y", "all inputs, all targets"),
      ("d[1]  d[1..10]", "some of the rows"),
      ("for x, t in d { … }", "row by row"),
    ],
    "=": [
      ("y = w*x + b", "a value under a name"),
      ("f(x, k=2) = k*x^2", "a function of your own; what has a default is a setting"),
      ("f(x) = { h = x^2; h + 1 }", "one with steps on the way"),
      ("a, b = split(d, 0.8)", "several names for what comes in parts"),
    ],
    "csv": [
      ("data iris = csv(\"iris.csv\")", "the first line names the columns"),
      ("csv(\"iris.csv\", target=\"species\")", "another column than the last is the target"),
    ],
    "matrix": [("X = matrix(\"images.csv\")", "a file of numbers alone, a row a line")],
  ]
}
