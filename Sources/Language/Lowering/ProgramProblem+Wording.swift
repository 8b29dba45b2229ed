import Autodiff
import Reporting

extension ProgramProblem {
  /// The sentence for a problem at a place.
  func diagnostic(at range: SourceRange) -> Diagnostic {
    switch self {
    case .unknownName(let name, let closest):
      return ProgramProblem.unknown(name, "there is nothing called", closest, at: range)
    case .unknownFunction(let name, let closest):
      return ProgramProblem.unknown(name, "there is no function called", closest, at: range)
    case .verbAsValue(let verb):
      return Diagnostic(
        "verb-as-value", "'\(verb)' is a verb, not a value: it stands first in a statement",
        at: range, notes: ["write '\(verb) …' on a line of its own"])
    case .notAFunction(let name, let kind):
      return Diagnostic(
        "not-a-function", "'\(name)' is \(kind), not a function", at: range,
        notes: ["for a product write '\(name)*(…)'; for an element write '\(name)[…]'"])
    case .functionAsValue(let name):
      return Diagnostic(
        "function-as-value", "'\(name)' is a function, not a value", at: range,
        notes: ["call it to get a value: '\(name)(…)'"])
    case .wrongArgumentCount(let function, let signature, let expected, let given):
      let count = ProgramProblem.count(expected)
      return Diagnostic(
        "wrong-argument-count",
        "'\(function)' takes \(count), not \(given)", at: range, notes: ["write '\(signature)'"])
    case .missingArgument(let function, let signature, let parameter):
      return Diagnostic(
        "missing-argument", "'\(function)' needs a value for '\(parameter)'", at: range,
        notes: ["write '\(signature)'"])
    case .unknownSetting(let name, let function, let closest, let known):
      var message = "'\(function)' has no setting called '\(name)'"
      if let closest { message += "; did you mean '\(closest)'?" }
      let list = known.map { "'\($0)'" }.joined(separator: ", ")
      return Diagnostic(
        "unknown-setting", message, at: range,
        notes: [known.isEmpty ? "it has no settings" : "its settings: \(list)"],
        fixes: closest.map { [Diagnostic.Fix("write '\($0)'", replacing: range, with: $0)] } ?? [])
    case .duplicateSetting(let name):
      return Diagnostic(
        "duplicate-setting", "'\(name)' is given twice", at: range, notes: ["leave one of them out"]
      )
    case .settingNotANumber(let name, let kind):
      return Diagnostic("bad-setting", "'\(name)' must be a number, not \(kind)", at: range)
    case .settingDependsOnLeaf(let name, let function):
      return Diagnostic(
        "bad-setting",
        "'\(name)' of '\(function)' must be a plain number, not one that is learned or given",
        at: range, notes: ["to learn it, write the function yourself, for example with 'where'"])
    case .settingOutOfRange(let name, let value, let allowed):
      return Diagnostic(
        "bad-setting",
        "'\(name)' must be \(ProgramProblem.bounds(allowed)), not \(ProgramProblem.text(value))",
        at: range)
    case .scheduleNotFinite(let name, let value, let steps):
      return Diagnostic(
        "bad-setting",
        "the schedule of '\(name)' gives \(ProgramProblem.text(value)) after "
          + (steps == 1 ? "one step" : "\(steps) steps"), at: range,
        notes: ["'\(name)' must be finite"])
    case .settingWord(let name, let given, let words):
      let list = words.map { "\"\($0)\"" }.joined(separator: " or ")
      return Diagnostic("bad-setting", "'\(name)' must be \(list), not \(given)", at: range)
    case .settingNotText(let name, let kind):
      return Diagnostic(
        "bad-setting", "'\(name)' must be a text in double quotes, not \(kind)", at: range)
    case .shapeMismatch("~", let left, let right):
      return Diagnostic(
        "shape-mismatch", "\(left.description) cannot be compared with \(right.description)",
        at: range, notes: ["shapes must be equal, or one of the two a scalar"])
    case .shapeMismatch(let operation, let left, let right):
      return Diagnostic(
        "shape-mismatch",
        "'\(operation)' cannot combine \(left.description) and \(right.description)", at: range,
        notes: ["shapes must be equal, or one of the two a scalar"])
    case .matrixProductMismatch(let left, let right):
      return Diagnostic(
        "shape-mismatch", "'@' cannot combine \(left.description) and \(right.description)",
        at: range, notes: ["the columns on the left must be as many as the rows on the right"])
    case .notAScalar(let what, let kind):
      return Diagnostic(
        "not-a-scalar", "\(what) must be a scalar, not \(kind)", at: range,
        notes: ["choose an element, as in y[1], or reduce it, as in sum(y)"])
    case .notNumeric(let what, let kind):
      return Diagnostic("not-a-number", "\(what) must be numbers, not \(kind)", at: range)
    case .raggedList(let first, let other):
      return Diagnostic(
        "ragged-list",
        "the rows of a matrix must be equally long, and this is \(other.description)", at: range,
        notes: ["the first row is \(first.description)"])
    case .emptyList:
      return Diagnostic(
        "empty-list", "this has no elements", at: range,
        notes: ["a vector or a matrix has at least one element"])
    case .mixedList(let first, let other):
      return Diagnostic(
        "mixed-list", "this is \(other.description), and the first element is \(first.description)",
        at: range, notes: ["a list holds scalars, or vectors of one length, not both"])
    case .listOfMatrices:
      return Diagnostic(
        "too-many-dimensions", "a list cannot hold matrices", at: range,
        notes: ["there are scalars, vectors and matrices; concat(a, b) joins matrices"])
    case .indexOutOfRange(let index, let count, let what):
      return Diagnostic(
        "index-out-of-range",
        "there is no element \(ProgramProblem.text(index)): \(what) has \(count)", at: range,
        notes: [
          count == 1
            ? "the only index is 1" : "indices start at 1, and the last is \(count)"
        ])
    case .tooManyIndices(let shape, let given):
      return Diagnostic(
        "too-many-indices", "\(shape.description) does not take \(given) indices", at: range,
        notes: ["a vector takes one index, x[2], and a matrix one or two, W[2, 1] or W[.., 1]"])
    case .notIndexable(let kind):
      return Diagnostic(
        "not-indexable", "\(kind) has no elements", at: range,
        notes: ["vectors and matrices have: [1, 2], [[1, 2], [3, 4]]"])
    case .notWhole(let what, let value) where value.isFinite && abs(value) >= 1e15:
      return Diagnostic(
        "not-whole", "\(what) is too large: \(ProgramProblem.text(value))", at: range,
        notes: ["whole numbers go up to 1e15"])
    case .notWhole(let what, let value):
      return Diagnostic(
        "not-whole", "\(what) must be a whole number, not \(ProgramProblem.text(value))", at: range)
    case .badSize(let value):
      return Diagnostic(
        "bad-size", "a size must be a whole number from 1, not \(ProgramProblem.text(value))",
        at: range)
    case .tooManyDimensions(let count):
      return Diagnostic(
        "too-many-dimensions", "a shape has one or two sizes, not \(count)", at: range)
    case .recursiveFunction(let name):
      return Diagnostic(
        "recursive-function", "'\(name)' calls itself, and functions here cannot", at: range,
        notes: ["repeat with 'for': for k in 1..10 { h = … }"])
    case .callsTooDeep(let limit):
      return Diagnostic(
        "too-deep", "more than \(limit) calls and brackets are open inside one another", at: range,
        notes: ["functions here cannot call themselves, not even through others"])
    case .noSuchMember(let name, let kind):
      return Diagnostic(
        "no-such-member", "\(kind) has no '.\(name)'", at: range,
        notes: [ProgramProblem.insteadOfMember(name)])
    case .nothingDifferentiated:
      return Diagnostic(
        "no-gradient-yet", "nothing has been differentiated yet", at: range,
        notes: ["run 'backward L' first, or write 'grad(L, w)'"])
    case .notALeaf(let name):
      return Diagnostic(
        "not-a-leaf", "'\(name)' is not a leaf, so it cannot be set", at: range,
        notes: ["only what was declared by 'input' or 'param' can be set"])
    case .leafWithoutValue(let name):
      return Diagnostic(
        "missing-value", "'\(name)' needs a value", at: range,
        notes: ["write 'input \(name) = 0.5' or 'param \(name) = 0.5'"])
    case .leafInLoop(let name):
      return Diagnostic(
        "leaf-in-loop", "'\(name)' would be declared again in every round", at: range,
        notes: ["declare it before the loop; to change it in the loop, write 'set \(name) = …'"])
    case .leafShape(let name, let declared, let given):
      return Diagnostic(
        "shape-mismatch",
        "'\(name)' is declared as \(declared.description) and given \(given.description)", at: range
      )
    case .setShape(let name, let shape, let given):
      return Diagnostic(
        "shape-mismatch",
        "'\(name)' is \(shape.description) and cannot be set to \(given.description)",
        at: range)
    case .setCount(let targets, let values):
      return Diagnostic(
        "shape-mismatch", "there are \(targets) numbers to set and \(values) given", at: range)
    case .notIterable(let kind):
      return Diagnostic(
        "not-iterable", "'for' goes through a range, a vector or the rows of a matrix, not \(kind)",
        at: range, notes: ["a range is written 1..10"])
    case .unpacking(let names, let shape):
      return Diagnostic(
        "shape-mismatch", "\(names) names cannot share \(shape.description)", at: range,
        notes: ["every item of this must have as many numbers as there are names"])
    case .statementInFunction(let word):
      return Diagnostic(
        "statement-in-function", "'\(word)' cannot stand inside a function", at: range,
        notes: ["a function has definitions, loops, and at the end its value"])
    case .verbInFunction(let verb):
      return Diagnostic(
        "statement-in-function", "'\(verb)' is a verb and cannot stand inside a function",
        at: range,
        notes: ["call the function, and use '\(verb)' on what it gives"])
    case .gradientTarget(let kind):
      return Diagnostic(
        "not-a-node", "a gradient is taken with respect to nodes, not \(kind)", at: range,
        notes: ["as in grad(L, w), or grad(L, [w, b])"])
    case .notComparison:
      return Diagnostic(
        "not-a-comparison", "'expect' needs a comparison", at: range,
        notes: ["as in 'expect L ~ 0.25' or 'expect L < 0.1'"])
    case .residualWidth(let inputs, let outputs):
      return Diagnostic(
        "shape-mismatch",
        "the layers inside 'residual' turn \(inputs) into \(outputs), and both are added",
        at: range, notes: ["the last layer inside needs \(ProgramProblem.count(inputs, "unit"))"])
    case .notAnActivation(let what, let kind):
      return Diagnostic(
        "not-a-function", "\(what) is a function, not \(kind)", at: range,
        notes: ["such as tanh, relu, sigmoid, or one of your own"])
    case .sizeOfNorm(let layer):
      return Diagnostic(
        "wrong-argument-count",
        "'\(layer)' takes no size: it is as wide as what comes before it", at: range,
        notes: ["write '\(layer)()', or '\(layer)(eps=1e-5)'"])
    case .activationOperands(let function, let count):
      return Diagnostic(
        "not-an-activation",
        "'\(function)' takes \(ProgramProblem.count(count)), and here it is given one", at: range,
        notes: LayerKind.named(function) == nil
          ? ["such as tanh, relu, sigmoid, or one of your own: f(z) = z^2"]
          : ["it is a layer of its own: dense(3) -> \(function)"])
    case .unknownLayer(let name, let closest):
      return ProgramProblem.unknown(name, "there is no layer or function", closest, at: range)
    case .unknownWord(let word, let option, let known, let closest):
      let meant = closest.map { "; did you mean '\($0)'?" } ?? ""
      return Diagnostic(
        "unknown-word", "'\(option)' does not know '\(word)'\(meant)", at: range,
        notes: ["it knows \(known.joined(separator: ", "))"],
        fixes: closest.map { [Diagnostic.Fix("write '\($0)'", replacing: range, with: $0)] } ?? [])
    case .networkWidth(let network, let inputs, let given):
      return Diagnostic(
        "shape-mismatch",
        "'\(network)' takes \(ProgramProblem.count(inputs, "input")) and is given \(given.description)",
        at: range)
    case .noNetworkMember(let name, let network, let known, let closest):
      let meant = closest.map { "; did you mean '\(network).\($0)'?" } ?? ""
      return Diagnostic(
        "no-such-member", "'\(network)' has no '.\(name)'\(meant)", at: range,
        notes: ["it has \(known.joined(separator: ", "))"])
    case .notEvaluatedYet(let name, let network):
      return Diagnostic(
        "not-evaluated-yet", "'\(network)' has not been evaluated yet, so '\(name)' has no value",
        at: range, notes: ["evaluate it on a row first: \(network)([…])"])
    case .notData(let what, let kind):
      return Diagnostic(
        "not-data", "\(what) must be a data set, not \(kind)", at: range,
        notes: ["such as data d = [0 1 -> 1; 1 1 -> 0], or data d = csv(\"file.csv\")"])
    case .dataRows(let inputs, let targets):
      return Diagnostic(
        "shape-mismatch",
        "the inputs have \(ProgramProblem.count(inputs, "row")), the targets \(targets)", at: range)
    case .raggedRow(let inputs, let targets, let expected):
      return Diagnostic(
        "ragged-data",
        "this row has \(ProgramProblem.count(inputs, "input")) and "
          + "\(ProgramProblem.count(targets, "target")); "
          + "the first has \(expected.inputs) and \(expected.targets)", at: range)
    case .textAsInput:
      return Diagnostic(
        "text-as-input", "an input is a number, not a text", at: range,
        notes: ["only a target may be a text: the name of its class"])
    case .mixedTargets:
      return Diagnostic(
        "mixed-targets", "where one target is a text, every row has one text as its target",
        at: range)
    case .noTargets:
      return Diagnostic(
        "no-targets", "this data set has no targets", at: range,
        notes: ["they stand behind an arrow: data d = [0 1 -> 1]"])
    case .missingSetting(let name, let function):
      return Diagnostic(
        "missing-setting", "'\(function)' needs '\(name)'", at: range,
        notes: ["'reference \(function)' tells what it is"])
    case .optionWithout(let name, let needed):
      return Diagnostic(
        "missing-setting", "'\(name)' says nothing without '\(needed)'", at: range,
        notes: ["write '\(needed)' too"])
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
    case .settingConflict(let reason, let function):
      return Diagnostic("setting-conflict", "'\(function)': \(reason)", at: range)
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
    case .trainingInterrupted(let steps):
      return Diagnostic(
        "interrupted", "stopped after \(steps == 1 ? "one step" : "\(steps) steps")", at: range,
        notes: ["the parameters are those after the last step"])
    case .trainingOverflow(let what, let value, let position, .smallerSteps):
      return Diagnostic(
        "training-non-finite", "\(what) would become \(ProgramProblem.text(value)) \(position)",
        at: range,
        notes: [
          "the parameters are those before that step",
          ProgramProblem.smallerSteps,
        ])
    case .trainingNonFinite(let cause, let notes, let step, let row):
      let position = step > 0 ? "after step \(step)" : "before the first step"
      return Diagnostic(
        "training-non-finite", "\(position)\(row.map { ", row \($0)" } ?? ""): \(cause)", at: range,
        notes: [
          step > 0
            ? "step \(step) led there and is taken back: the parameters are those before it"
            : "no step was made: it happens with the parameters as they were given"
        ] + notes.filter { !$0.hasPrefix("everything that depends") }
          // Nothing of the kind helps before the first step has been made.
          + (step > 0 ? [ProgramProblem.smallerSteps] : []))
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
    case .plotAxes:
      return Diagnostic(
        "plot", "a picture has at most two variables", at: range,
        notes: ["write plot L, w=-2..2, b=-1..1"])
    case .plotMixed:
      return Diagnostic("plot", "a matrix is plotted by itself", at: range)
    case .plotSlope:
      return Diagnostic(
        "plot", "a slope is drawn of a function or a value over one variable", at: range,
        notes: ["write plot tanh, x=-4..4, slope=true"])
    case .plotElement(let name, let count, let first):
      return Diagnostic(
        "plot", "'\(name)' has \(count) elements, and one of them has to vary", at: range,
        notes: ["write \(first)=-4..4, or two of them for a map"])
    case .plotRange(let name):
      return Diagnostic(
        "plot", "what varies needs a range from a smaller to a larger number", at: range,
        notes: ["write \(name)=-4..4"])
    case .plotNeedsRange(let words, let kind, let ranges):
      return Diagnostic(
        "plot", "'\(words)' is \(kind), and its picture needs to know what range to show",
        at: range, notes: ["write plot \(words), \(ranges)"])
    case .plotInputs(let count, let function):
      return Diagnostic(
        "plot",
        function == nil
          ? "a picture shows data of one or two inputs, not \(count)"
          : "a picture shows a function of one or two inputs, not \(count)", at: range,
        notes: function.map {
          let zeros = Array(repeating: "0", count: count - 2).joined(separator: ", ")
          return [
            "hold the others: f(x, y) = \($0)([x, y, \(zeros)]), then plot f, x=-4..4, y=-4..4"
          ]
        } ?? [])
    case .comparedKinds:
      return Diagnostic(
        "not-comparable", "a run is compared with a run, a loss with a loss", at: range)
    case .noStep(let name):
      return Diagnostic("no-step", "'\(name)' made no step that could be told", at: range)
    case .nothingToExplain(let words):
      return Diagnostic(
        "nothing-to-explain", "nothing that depends on '\(words)' has been defined yet", at: range,
        notes: ["say what is to be differentiated: explain L, \(words)"])
    case .quizTooLong(let count):
      return Diagnostic(
        "quiz-too-long", "a quiz of \(count) numbers is longer than a person can answer", at: range,
        notes: ["ask about something smaller, such as the loss of one row: quiz loss, row=1"])
    case .quizEmpty(let name):
      return Diagnostic(
        "quiz-empty", "'\(name)' is given, not computed: there is nothing to ask", at: range)
    case .quizLevelOfGraph:
      return Diagnostic(
        "quiz-level", "'level' says how hard a generated graph is, and this one is your own",
        at: range, notes: ["write 'quiz level=2', or say how many numbers with blanks="])
    case .rewind(let problem): return problem.diagnostic(at: range)
    case .noSuchRow(let row, let count):
      return Diagnostic(
        "index-out-of-range", "there is no row \(row); the data have \(count)", at: range)
    case .noTrainingYet:
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
    case .openNetwork(let name):
      return Diagnostic(
        "open-network",
        "something in '\(name)' is still to be chosen, so it has no weights yet", at: range,
        notes: [
          "'search \(name), DATA, …' finds what to choose; 'best' is then the network it found"
        ])
    case .choiceOutsideSearch(let word):
      return Diagnostic(
        "choice-outside-search", "'\(word)' leaves something open that only 'search' can choose",
        at: range,
        notes: ["it stands in 'search', or in a 'net' that is searched; elsewhere write a value"])
    case .nothingToChoose:
      return Diagnostic(
        "nothing-to-choose", "this search has nothing to choose", at: range,
        notes: ["write choose(0.1, 0.01) or between(1e-4, 1, log=true) where a setting stands"])
    case .intervalEnds(let low, let high):
      return Diagnostic(
        "bad-interval",
        "'between' goes from a number to a larger one, not from \(ProgramProblem.text(low)) to "
          + ProgramProblem.text(high), at: range)
    case .intervalLogarithm(let low):
      return Diagnostic(
        "bad-interval",
        "with log=true the low end must be above 0, not \(ProgramProblem.text(low))",
        at: range)
    case .gridTooLarge(let most):
      return Diagnostic(
        "grid-too-large", "this grid has more than \(most) combinations", at: range,
        notes: ["method=random, trials=50 draws some of them, method=grid, trials=50 the first"])
    case .noWinner(let trials):
      return Diagnostic(
        "no-winner",
        trials == 1
          ? "the only trial did not end with a finite loss"
          : "none of the \(trials) trials ended with a finite loss", at: range,
        notes: ["smaller learning rates or clip=norm(1) may help"])
    case .searchInterrupted(let trials):
      return Diagnostic(
        "interrupted", "stopped after \(trials == 1 ? "one trial" : "\(trials) trials")", at: range,
        notes: ["'best' is the best of them"])
    case .unpackedNowhere:
      return Diagnostic(
        "several-values", "this gives two values, each of which needs a name", at: range,
        notes: ["write a, b = split(d, 0.8)"])
    case .valueCount(let names, let values):
      return Diagnostic(
        "several-values",
        "there are \(names) names and \(values == 1 ? "one value" : "\(values) values")",
        at: range)
    case .dataIndices(let given):
      return Diagnostic(
        "too-many-indices", "a data set has one index, its row, not \(given)", at: range,
        notes: ["write d.x[2,1] for one input of a row"])
    case .limit(let limit):
      return ProgramProblem.limit(limit, at: range)
    case .interrupted:
      return Diagnostic(
        "interrupted", "stopped; everything is as it was before this statement", at: range)
    case .needsValue(let verb, let signature):
      return Diagnostic(
        "missing-argument", "'\(verb)' needs a value", at: range, notes: ["write '\(signature)'"])
    }
  }

  private static func unknown(
    _ name: String, _ words: String, _ closest: String?, at range: SourceRange
  ) -> Diagnostic {
    if let role = LeafRole(rawValue: name) {
      return Diagnostic(
        "verb-as-value", "'\(role.rawValue)' declares a leaf, and is not a value", at: range,
        notes: ["write '\(role.rawValue) x = 2' on a line of its own"])
    }
    if let remedy = ForeignWords.remedy(for: name) {
      return SyntaxProblem.foreignWord(name, remedy: remedy).diagnostic(at: range)
    }
    guard let closest else {
      return Diagnostic(
        "unknown-name", "\(words) '\(name)'", at: range,
        notes: ["a name means something from the line that defines it on"])
    }
    return Diagnostic(
      "unknown-name", "\(words) '\(name)'; did you mean '\(closest)'?", at: range,
      fixes: [Diagnostic.Fix("write '\(closest)'", replacing: range, with: closest)])
  }

  private static func limit(_ limit: Limits.Reached, at range: SourceRange) -> Diagnostic {
    switch limit {
    case .nodes(let count):
      return Diagnostic(
        "limit-nodes", "this needs more than \(count) nodes", at: range,
        notes: ["the limit can be raised with --limit-nodes"])
    case .steps(let count):
      return Diagnostic(
        "limit-steps", "this needs more than \(count) steps", at: range,
        notes: ["the limit can be raised with --limit-steps"])
    case .memory(let bytes):
      return Diagnostic(
        "limit-memory", "this needs more than \(bytes >> 20) MiB of memory", at: range,
        notes: ["the limit can be raised with --limit-memory"])
    case .seconds(let seconds):
      return Diagnostic(
        "limit-seconds", "this took longer than \(text(seconds)) seconds", at: range,
        notes: ["the limit can be raised with --limit-seconds"])
    }
  }

  /// What may help where steps are so long that numbers grow without end.
  private static let smallerSteps = "a smaller learning rate or clip=norm(1) may help"

  /// Names in quotes: 'a', 'n' and 'b'.
  private static func list(_ names: [String]) -> String {
    let quoted = names.map { "'\($0)'" }
    guard let last = quoted.last, quoted.count > 1 else { return quoted.joined() }
    return quoted.dropLast().joined(separator: ", ") + " and " + last
  }

  /// A number of things: `1 row`, `2 rows`.
  private static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }

  private static func count(_ range: ClosedRange<Int>) -> String {
    func values(_ count: Int) -> String { count == 1 ? "1 value" : "\(count) values" }
    if range.lowerBound == range.upperBound { return values(range.lowerBound) }
    if range.upperBound == .max { return "at least \(values(range.lowerBound))" }
    return "\(range.lowerBound) to \(values(range.upperBound))"
  }

  /// What to write instead of something that does not belong to a value.
  private static func insteadOfMember(_ name: String) -> String {
    if Verbs.isVerb(name) { return "write '\(name) …' on a line of its own" }
    if Builtins.named(name) != nil { return "a function comes first: write '\(name)(…)'" }
    switch name {
    case "T", "t": return "write 'transpose(…)'"
    case "shape", "size", "length": return "write 'len(…)' for the number of elements or rows"
    default: return "'.grad' gives the gradient at a node of the last loss"
    }
  }

  /// The numbers that are allowed, in words; an end that is only just left out is named itself.
  static func bounds(_ range: ClosedRange<Double>) -> String {
    let (low, high) = (range.lowerBound, range.upperBound)
    let least = low == .leastNonzeroMagnitude ? "above 0" : "at least \(text(low))"
    let below = high.nextUp == high.nextUp.rounded() && high != high.rounded()
    let most = below ? "below \(text(high.nextUp))" : "at most \(text(high))"
    if high == .greatestFiniteMagnitude { return "\(least) and finite" }
    switch (low == -.infinity, high == .infinity) {
    case (true, true): return "a number"
    case (false, true): return least
    case (true, false): return most
    case (false, false):
      return below || low == .leastNonzeroMagnitude
        ? "\(least) and \(most)" : "from \(text(low)) to \(text(high))"
    }
  }

  private static func text(_ number: Double) -> String { NumberStyle.exact.text(number) }
}
