import Autodiff
import Training

/// What layers compute, on as few numbers as show it; the rules themselves write it down.
enum LayerFormulas {
  static var dense: [FormulaGroup] {
    guard let dot = Operators.named("dot") else { return [] }
    let operands = ["w1[1,1]", "w1[1,2]", "x[1]", "x[2]", "b1[1]"].map { Formula($0) }
    return [
      FormulaGroup([
        ("z1[1]", Formula(dot, operands)), ("a1[1]", Formula("activation(z1[1])")),
      ])
    ]
  }

  static var batchnorm: [FormulaGroup] {
    let (momentum, eps) = (BatchNorm.settings[0].standard, BatchNorm.eps.standard)
    let (gamma, beta, rows) = ([Formula("gamma")], [Formula("beta")], named("x").map { [$0] })
    let running = BatchNorm.Statistics(
      mean: [Formula("running_mean")], variance: [Formula("running_var")])
    let batch = BatchNorm.normalized(batch: rows, gamma: gamma, beta: beta, eps: eps)
    let alone = BatchNorm.normalized(
      [Formula("x")], by: running, gamma: gamma, beta: beta, eps: eps)
    let updated = BatchNorm.updated(running, by: rows, momentum: momentum)
    return [
      FormulaGroup(
        "while it is trained, with the rows of a batch in x", [("y[1]", batch[0][0])]),
      FormulaGroup(
        "and a layer remembers",
        [("running_mean", updated.mean[0]), ("running_var", updated.variance[0])]),
      FormulaGroup("otherwise", [("y", alone[0])]),
    ]
  }

  static var layernorm: [FormulaGroup] {
    let row = LayerNorm.normalized(
      named("x"), gamma: named("gamma"), beta: named("beta"),
      Settings(LayerNorm.settings.map(\.standard)))
    return [FormulaGroup([("y[1]", row[0])])]
  }

  static var dropout: [FormulaGroup] {
    let standard = Dropout.settings.map(\.standard)
    return Dropout.settings[1].words.enumerated().map { place, word in
      let settings = Settings([standard[0], Double(place)])
      let trained = Dropout.masked([Formula("x")], by: [Formula("mask")], settings)[0]
      let later = Dropout.evaluated([Formula("x")], settings)[0]
      return FormulaGroup(
        "with mode=\(word), p=\(Dropout.settings[0].standardText), and a mask of 1 or 0",
        [("while trained, y", trained), ("otherwise, y", later)])
    }
  }

  static var residual: [FormulaGroup] {
    [FormulaGroup([("h", Formula("layers(x)")), ("y", Formula("x") + Formula("h"))])]
  }

  static var repeated: [FormulaGroup] {
    [FormulaGroup([("y", Formula("layer(…layer(layer(x)))"))])]
  }

  private static func named(_ name: String) -> [Formula] {
    [Formula("\(name)[1]"), Formula("\(name)[2]")]
  }
}
