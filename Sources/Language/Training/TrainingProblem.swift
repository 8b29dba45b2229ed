import Autodiff
import Reporting

/// Why something cannot be trained, or a training could not go on.
enum TrainingProblem {
  case bareSchedule(String, needs: [String])
  case clipWithoutGradient(String)
  case weightCount(Int, classes: Int)
  case predictionWidth(of: String, loss: String, gives: Int, targets: Int, isOfClasses: Bool)
  case scoresNeeded(loss: String)
  case noSuchClass(Double, classes: Int, row: Int? = nil)
  case notALoss(kind: String)
  case notAnOptimizer(String)
  case optimizerResult(String, expected: Int, given: Int)
  case notTrainable(String, kind: String)
  case nothingToTrain(String)
  case runNameTaken(String, kind: String)
  case classesAsValues(loss: String, classes: [String])
  case orderAndShuffle
  case orderRows(given: Int, epochs: Int)
  case validationShape
  case interrupted(steps: Int)
  case overflow(what: String, value: Double, position: String)
  /// The step is the one that led there; 0 if it was none.
  case nonFinite(cause: String, notes: [String], step: Int, row: Int?)
  case secondOrderBatchNorm
  case batchOfOne(rowsLeft: Bool)
  case noStep(String)
  case noSuchRow(Int, count: Int)
  case nothingTrainedYet
  case tooManyRows(rows: Int, work: Int)
  case noSeries(String, run: String, known: [String], closest: String?)

  func diagnostic(at range: SourceRange) -> Diagnostic {
    switch self {
    case .bareSchedule(let name, let needed):
      return Diagnostic(
        "missing-setting",
        "'\(name)' needs \(ProgramProblem.list(needed))", at: range,
        notes: ["write '\(name)(\(needed.map { "\($0)=…" }.joined(separator: ", ")))'"])
    case .clipWithoutGradient(let optimizer):
      return Diagnostic(
        "clip-without-gradient",
        "'\(optimizer)' does not step along the gradient, so there is nothing to clip", at: range,
        notes: ["leave 'clip=' out, or take an optimizer such as sgd or adam"])
    case .weightCount(let given, let classes):
      return Diagnostic(
        "shape-mismatch", "there are \(classes) classes and \(given) weights for them", at: range)
    case .predictionWidth(let function, let loss, let given, let targets, let isOfClasses):
      let remedy =
        if isOfClasses, given == 1 {
          "'\(loss)' compares a number for each class, so the last layer needs a unit for each"
        } else if isOfClasses {
          "'\(loss)' takes a class from 1 to \(given), or a share for each of the \(given)"
        } else {
          "'\(loss)' compares each number with a target; the last layer needs "
            + ProgramProblem.count(targets, "unit")
        }
      return Diagnostic(
        "shape-mismatch",
        "'\(function)' gives \(ProgramProblem.count(given, "number")), and a row has "
          + ProgramProblem.count(targets, "target"), at: range, notes: [remedy])
    case .scoresNeeded(let loss):
      return Diagnostic(
        "shape-mismatch", "'\(loss)' takes a number for each class, not a scalar", at: range,
        notes: ["as in \(loss)([0.2, 1.5], 2), where 2 is the class"])
    case .noSuchClass(let number, let classes, let row):
      return Diagnostic(
        "no-such-class",
        (row.map { "row \($0): " } ?? "")
          + "a class is a whole number from 1 to \(classes), not \(ProgramProblem.text(number))",
        at: range,
        notes: number == 0
          ? ["classes count from 1, not from 0"]
          : ["the prediction has a number for each of \(classes) classes"])
    case .notALoss(let kind):
      return Diagnostic(
        "not-a-loss", "a loss is a function of prediction and target, not \(kind)", at: range,
        notes: ["such as mse or cross_entropy, or one of your own: f(p, t) = (p - t)^2"])
    case .notAnOptimizer(let name):
      return Diagnostic(
        "not-an-optimizer", "'\(name)' takes no parameter and gradient", at: range,
        notes: ["an optimizer is written  step(w, g, lr=0.1) = w - lr*g"])
    case .optimizerResult(let name, let expected, let given):
      return Diagnostic(
        "not-an-optimizer",
        "'\(name)' gives \(given == 1 ? "one number" : "\(given) numbers"), "
          + "and the new parameter with its states are \(expected)", at: range,
        notes: ["its value is the new parameter, then each state: [w - lr*u, u]"])
    case .notTrainable(let words, let kind):
      return Diagnostic(
        "not-trainable", "'\(words)' is \(kind); only a network or a function can be trained",
        at: range)
    case .nothingToTrain(let words):
      return Diagnostic(
        "nothing-to-train", "'\(words)' depends on no param that may change", at: range,
        notes: ["declare what is to be learned: param w = 0"])
    case .runNameTaken(let name, let kind):
      return Diagnostic(
        "name-taken", "'\(name)' is \(kind), which the record of the training would replace",
        at: range, notes: ["choose a name that is free, as in name=\(name)_run"])
    case .classesAsValues(let loss, let classes):
      return Diagnostic(
        "classes-as-values",
        "the targets are classes (\(classes.prefix(4).joined(separator: ", "))"
          + "\(classes.count > 4 ? ", …" : "")), and '\(loss)' compares numbers", at: range,
        notes: ["loss=cross_entropy compares a number for each class with the right one"])
    case .orderAndShuffle:
      return Diagnostic(
        "setting-conflict", "'order' and 'shuffle' both say in which order rows are taken",
        at: range)
    case .orderRows(let given, let epochs):
      return Diagnostic(
        "shape-mismatch",
        "'order' has \(ProgramProblem.count(given, "row")) for "
          + ProgramProblem.count(epochs, "epoch"),
        at: range, notes: ["each epoch takes the rows of the data that its row names"])
    case .validationShape:
      return Diagnostic(
        "shape-mismatch", "the validation set has other inputs or targets than the data", at: range)
    case .interrupted(let steps):
      return Diagnostic(
        "interrupted", "stopped after \(steps == 1 ? "one step" : "\(steps) steps")", at: range,
        notes: ["the parameters are those after the last step"])
    case .overflow(let what, let value, let position):
      return Diagnostic(
        "training-non-finite", "\(what) would become \(ProgramProblem.text(value)) \(position)",
        at: range,
        notes: [
          "the parameters are those before that step",
          TrainingProblem.smallerSteps,
        ])
    case .nonFinite(let cause, let notes, let step, let row):
      let position = step > 0 ? "after step \(step)" : "before the first step"
      return Diagnostic(
        "training-non-finite", "\(position)\(row.map { ", row \($0)" } ?? ""): \(cause)", at: range,
        notes: [
          step > 0
            ? "step \(step) led there and is taken back: the parameters are those before it"
            : "no step was made: it happens with the parameters as they were given"
        ] + notes.filter { !$0.hasPrefix("everything that depends") }
          // Nothing of the kind helps before the first step has been made.
          + (step > 0 ? [TrainingProblem.smallerSteps] : []))
    case .secondOrderBatchNorm:
      return Diagnostic(
        "second-order", "second derivatives do not reach through 'batchnorm'", at: range,
        notes: ["use an optimizer that needs none, such as adam"])
    case .batchOfOne(let isLeftOver):
      return Diagnostic(
        "batch-of-one",
        "batch normalization needs two rows or more, and "
          + (isLeftOver ? "the last batch of an epoch would have one" : "here is one"), at: range,
        notes: [
          "a single row is its own mean, so it would be normalized to 0 whatever it is",
          isLeftOver
            ? "choose a 'batch' that leaves no single row" : "give it more rows at a time",
        ])
    case .noStep(let name):
      return Diagnostic("no-step", "'\(name)' made no step that could be told", at: range)
    case .noSuchRow(let row, let count):
      return Diagnostic(
        "index-out-of-range", "there is no row \(row); the data have \(count)", at: range)
    case .nothingTrainedYet:
      return Diagnostic(
        "no-training-yet", "'row' picks a row of what was trained on, and nothing was trained yet",
        at: range)
    case .tooManyRows(let rows, let work):
      return Diagnostic(
        "too-many-rows",
        "the loss over all \(rows) rows would be a graph of some \(work) operands", at: range,
        notes: ["look at the loss of one row: backward loss, row=1"])
    case .noSeries(let name, let run, let known, let closest):
      let meant = closest.map { "; did you mean '\(run).\($0)'?" } ?? ""
      return Diagnostic(
        "no-such-member", "'\(run)' has no '.\(name)'\(meant)", at: range,
        notes: [
          known.isEmpty
            ? "it stopped before anything was reported" : "it has \(known.joined(separator: ", "))"
        ])
    }
  }

  /// What may help where steps are so long that numbers grow without end.
  private static let smallerSteps = "a smaller learning rate or clip=norm(1) may help"
}
