import Autodiff
import Reporting
import Training

extension Verbs {
  /// What `train` and `minimize` have in common.
  private static let commonOptions = [
    Verb.Option(name: "optimizer", meaning: "what makes a step: sgd, adam, …, or one of your own"),
    Verb.Option(name: "clip", meaning: "gradients: value(c), norm(c) or tensor_norm(c)"),
    Verb.Option(name: "clip_weights", meaning: "weights after every step: range(c) or norm(c)"),
    Verb.Option(name: "l1", meaning: "adds l1 times the sum of all |w| to the loss"),
    Verb.Option(name: "l2", meaning: "adds half of l2 times the sum of all w^2 to the loss"),
    Verb.Option(name: "freeze", meaning: "leaves that stay as they are: [mlp.w1, b]"),
    Verb.Option(name: "every", meaning: "every how many epochs or steps is reported"),
    Verb.Option(name: "name", meaning: "what the record is called; 'run' unless named"),
  ]

  /// Trains a network or a function on data.
  static let train = Verb(
    "train", "train a network or a function on data",
    usage: "train mlp, xor, loss=mse, optimizer=adam(lr=0.01), epochs=100",
    options: [
      Verb.Option(name: "loss", meaning: "mse, cross_entropy, …, or a function of your own"),
      Verb.Option(name: "epochs", meaning: "how often all rows are gone through; 1 unless named"),
      Verb.Option(name: "batch", meaning: "how many rows a step looks at; all unless named"),
      Verb.Option(name: "shuffle", meaning: "true or a seed: another order of rows every epoch"),
      Verb.Option(name: "order", meaning: "a matrix of row numbers, a row an epoch"),
      Verb.Option(name: "validate", meaning: "a data set that is only looked at"),
      Verb.Option(name: "stop", meaning: "early(patience=5): stop when it no longer gets better"),
      Verb.Option(name: "updates", meaning: "true: report every step too"),
    ] + commonOptions
  ) { interpreter, invocation throws(Diagnostic) in
    try TrainingStatement(interpreter, invocation).run()
  }

  /// Minimizes a scalar over the parameters it depends on.
  static let minimize = Verb(
    "minimize", "minimize a value over the parameters it depends on",
    usage: "minimize L, optimizer=sgd(lr=0.1), steps=100",
    options: [
      Verb.Option(name: "steps", meaning: "how many steps are made; 1 unless named"),
      Verb.Option(name: "only", meaning: "the leaves that change: [w, b]"),
    ] + commonOptions
  ) { interpreter, invocation throws(Diagnostic) in
    try MinimizeStatement(interpreter, invocation).run()
  }
}
