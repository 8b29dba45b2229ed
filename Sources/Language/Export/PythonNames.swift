/// The names of one scope of a Python script, each given once.
struct PythonNames {
  private var taken: Set<String>

  /// A scope in which some names are taken already.
  init(_ taken: Set<String> = []) { self.taken = taken }

  /// A name like one of the program that nothing else in the scope has.
  mutating func unique(_ name: String) -> String {
    let wanted = PythonNames.identifier(name)
    var chosen = wanted
    var number = 2
    while !taken.insert(chosen).inserted {
      chosen = "\(wanted)_\(number)"
      number += 1
    }
    return chosen
  }

  /// A name as Python can have it: Greek and CJK letters stay, a word of Python's gets an
  /// underscore.
  ///
  /// Letters that Python would turn into others, as it does with ϕ and φ, are written as their
  /// numbers.
  static func identifier(_ name: String) -> String {
    var result = ""
    for scalar in name.unicodeScalars {
      switch scalar.value {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0xFF,
        0x391...0x3A1, 0x3A3...0x3C9, 0x4E00...0x9FA5:
        result.unicodeScalars.append(scalar)
      case 0x2E, 0xB7, 0x2C, 0x5B: result += "_"
      case 0x5D: break
      default: result += "u" + String(scalar.value, radix: 16)
      }
    }
    if result.isEmpty || result.first?.isNumber == true { result = "v" + result }
    return words.contains(result) ? result + "_" : result
  }

  /// Words that Python or the script itself needs.
  private static let words: Set<String> = [
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class",
    "continue", "def", "del", "elif", "else", "except", "finally", "for", "from", "global", "if",
    "import", "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try",
    "while", "with", "yield", "abs", "any", "dict", "enumerate", "float", "int", "isinstance",
    "len", "list", "max", "min", "open", "print", "range", "sum", "super", "tuple", "zip", "math",
    "sys", "csv", "torch", "nn", "F", "self", "x", "forward", "train", "eval", "training", "type",
    "parameters", "buffers", "children", "modules", "apply", "half", "double", "cpu", "to",
    "row", "pick", "Check", "check", "rows", "y", "step", "loss", "prediction", "target",
    "dropout", "mask", "draw", "read_csv", "order", "orders", "start", "losses", "norm", "epoch",
    "batch", "criterion", "optimizer", "plateau", "penalty", "objective", "weights",
    "gradient_norm", "data_loss", "kept", "best", "wait", "closure", "means", "deviations",
    "chosen", "failures", "measure", "group",
  ]
}
