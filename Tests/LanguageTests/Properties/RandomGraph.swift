/// A random graph as program text: leaves, and a definition for every operation.
struct RandomGraph {
  /// The leaves, by name and in order.
  private(set) var leaves: [(name: String, value: String)] = []
  /// A definition for each node, the last of them `L`.
  private(set) var definitions: [String] = []

  /// How rough the graph is.
  enum Kind: CaseIterable {
    /// Everything is finite and has derivatives everywhere.
    case smooth
    /// With corners and branches.
    case kinked
    /// With poles and logarithms of anything, so that nan and infinity arise.
    case wild
    /// Like the wild ones, with a name for every node.
    case named
  }

  init(seed: Int, kind: Kind) {
    var random = RandomNumbers(seed: seed)
    var names: [String] = []
    for index in 0...random.below(4) {
      let value = RandomGraph.value(kind, &random)
      leaves.append(("x\(index)", value))
      names.append("x\(index)")
    }
    for index in 0..<2 + random.below(12) {
      definitions.append("t\(index) = \(RandomGraph.expression(of: names, kind, &random))")
      names.append("t\(index)")
    }
    let sum = names.suffix(3).joined(separator: " + ")
    if kind == .named {
      definitions.append("L = \(random.pick(names)) + \(names.last ?? "x0")")
      return
    }
    definitions.append(random.oneIn(2) ? "L = \(names.last ?? "x0")" : "L = \(sum)")
  }

  /// The statements that declare the leaves, with other values if they are given.
  func declarations(_ values: [String]? = nil) -> String {
    zip(leaves, values ?? leaves.map(\.value)).map { "param \($0.name) = \($1)" }
      .joined(separator: "\n")
  }

  /// The program.
  var program: String { program() }

  /// The program with these values of the leaves.
  func program(_ values: [String]? = nil) -> String {
    declarations(values) + "\n" + definitions.joined(separator: "\n") + "\n"
  }

  private static func value(_ kind: Kind, _ random: inout RandomNumbers) -> String {
    if kind == .wild || kind == .named, random.oneIn(3) {
      return random.pick(["0", "-0", "inf", "1e200", "-1e-300", "-1"])
    }
    return String(Double.random(in: -2...2, using: &random))
  }

  private static func expression(
    of names: [String], _ kind: Kind, _ random: inout RandomNumbers
  ) -> String {
    let a = random.pick(names)
    let b = random.oneIn(5) ? random.pick(["2", "0.5", "-1", "0", "1"]) : random.pick(names)
    let smooth = [
      "\(a) + \(b)", "\(a) - \(b)", "\(a)*\(b)", "-\(a)", "tanh(\(a))", "sigmoid(\(a))",
      "\(a)/(1 + \(b)^2)", "exp(-\(a)^2)", "\(a)^2", "tanh(\(a))^3", "log(1 + \(a)^2)", "\(a)",
      "sum([\(a), \(b), \(a)])", "dot([\(a), \(b)], [\(b), 0.5])", "detach(\(a))*\(b)",
    ]
    let kinked = [
      "max(\(a), \(b))", "leaky_relu(\(a))", "where(\(a) > \(b), \(a), \(b)^2)",
      "where(\(a) > 0, \(a)*\(b), tanh(\(b)))", "(\(a) > \(b))*\(a)",
    ]
    let wild = [
      "\(a)/\(b)", "log(\(a))", "exp(\(a)*10)", "\(a)^0.5", "\(a)^\(b)", "1/\(a)", "\(a)^0",
      "\(a)^-1",
      "where(\(a) > 0, log(\(a)), \(b))", "where(\(a) != 0, 1/\(a), \(b))", "\(a)*0", "log(\(a)*0)",
    ]
    let named = [
      "\(a) + \(b)", "\(a) - \(b)", "\(a)*\(b)", "\(a)/\(b)", "-\(a)", "tanh(\(a))", "log(\(a))",
      "exp(\(a))", "\(a)^\(b)", "max(\(a), \(b))", "where(\(b), \(a), \(b))", "\(a) > \(b)",
      "\(a)*0",
      "sum([\(a), \(b), \(a)])", "dot([\(a), \(b)], [\(b), \(a)])", "detach(\(a))", "sigmoid(\(a))",
    ]
    switch kind {
    case .named: return random.pick(named)
    case .smooth: return random.pick(smooth)
    case .kinked: return random.pick(smooth + kinked + kinked)
    case .wild: return random.pick(smooth + kinked + wild + wild)
    }
  }
}
