import Autodiff
import Reporting

extension Verbs {
  /// Trains again and again, each time with other settings, and keeps the best.
  static let search = Verb(
    "search", "train with many settings, and keep the best as 'best'",
    usage: "search mlp, xor, loss=mse, optimizer=adam(lr=choose(0.1, 0.01)), epochs=50",
    options: [
      Verb.Option(
        name: "method",
        meaning: SearchMethod.allCases.map { "\($0.rawValue): \($0.meaning); " }.joined()
          + "random where only trials= is named"),
      Verb.Option(name: "trials", meaning: "how many draws, 10 unless named; of a grid, the most"),
      Verb.Option(name: "seed", meaning: "what the draws depend on"),
    ] + train.options.filter { $0.name != "updates" }
  ) { interpreter, invocation throws(Diagnostic) in
    try SearchStatement(interpreter, invocation).run()
  }
}
