import Autodiff
import Reporting

/// What can be wrong with a program that reads well, as facts; the words are beside.
enum ProgramProblem {
  case unknownName(String, closest: String?)
  case unknownFunction(String, closest: String?)
  case verbAsValue(String)
  case notAFunction(String, kind: String)
  case functionAsValue(String)
  case wrongArgumentCount(
    function: String, signature: String, expected: ClosedRange<Int>, given: Int)
  case missingArgument(function: String, signature: String, parameter: String)
  case unknownSetting(String, of: String, closest: String?, known: [String])
  case duplicateSetting(String)
  case settingNotANumber(String, kind: String)
  case settingDependsOnLeaf(String, function: String)
  case settingOutOfRange(String, value: Double, allowed: ClosedRange<Double>)
  case scheduleNotFinite(String, value: Double, steps: Int)
  case settingNotText(String, kind: String)
  case settingWord(String, given: String, words: [String])
  case shapeMismatch(operation: String, left: Shape, right: Shape)
  case matrixProductMismatch(left: Shape, right: Shape)
  case notAScalar(what: String, kind: String)
  case notNumeric(what: String, kind: String)
  case raggedList(first: Shape, other: Shape)
  case emptyList
  case mixedList(first: Shape, other: Shape)
  case listOfMatrices
  case indexOutOfRange(index: Double, count: Int, what: String)
  case tooManyIndices(shape: Shape, given: Int)
  case notIndexable(kind: String)
  case notWhole(what: String, value: Double)
  case badSize(value: Double)
  case tooManyDimensions(Int)
  case recursiveFunction(String)
  case callsTooDeep(Int)
  case noSuchMember(String, kind: String)
  case nothingDifferentiated
  case notALeaf(String)
  case leafWithoutValue(String)
  case leafInLoop(String)
  case leafShape(name: String, declared: Shape, given: Shape)
  case setShape(name: String, shape: Shape, given: Shape)
  case setCount(targets: Int, values: Int)
  case notIterable(kind: String)
  case unpacking(names: Int, shape: Shape)
  case statementInFunction(String)
  case verbInFunction(String)
  case gradientTarget(kind: String)
  case notComparison
  case quizTooLong(Int)
  case quizEmpty(String)
  case quizLevelOfGraph
  case residualWidth(inputs: Int, outputs: Int)
  case notAnActivation(String, kind: String)
  case sizeOfNorm(String)
  case activationOperands(String, count: ClosedRange<Int>)
  case unknownLayer(String, closest: String?)
  case unknownWord(String, of: String, known: [String], closest: String?)
  case networkWidth(network: String, inputs: Int, given: Shape)
  case noNetworkMember(String, network: String, known: [String], closest: String?)
  case notEvaluatedYet(String, network: String)
  case notData(String, kind: String)
  case dataRows(inputs: Int, targets: Int)
  case raggedRow(inputs: Int, targets: Int, expected: (inputs: Int, targets: Int))
  case textAsInput
  case mixedTargets
  case noTargets
  case dataIndices(Int)
  case unpackedNowhere
  case openNetwork(String)
  case choiceOutsideSearch(String)
  case nothingToChoose
  case intervalEnds(low: Double, high: Double)
  case intervalLogarithm(low: Double)
  case gridTooLarge(Int)
  case noWinner(trials: Int)
  case searchInterrupted(trials: Int)
  case missingSetting(String, of: String)
  case optionWithout(String, needs: String)
  case bareSchedule(String, needs: [String])
  case clipWithoutGradient(String)
  case weightCount(Int, classes: Int)
  case predictionWidth(of: String, loss: String, gives: Int, targets: Int, isOfClasses: Bool)
  case scoresNeeded(loss: String)
  case noSuchClass(Double, classes: Int, row: Int? = nil)
  case notALoss(kind: String)
  case notAnOptimizer(String)
  case optimizerResult(String, expected: Int, given: Int)
  case settingConflict(String, of: String)
  case notTrainable(String, kind: String)
  case nothingToTrain(String)
  case runNameTaken(String, kind: String)
  case classesAsValues(loss: String, classes: [String])
  case orderAndShuffle
  case orderRows(given: Int, epochs: Int)
  case validationShape
  case trainingInterrupted(steps: Int)
  case trainingOverflow(what: String, value: Double, position: String, remedy: TrainingRemedy)
  /// The step is the one that led there; 0 if it was none.
  case trainingNonFinite(cause: String, notes: [String], step: Int, row: Int?)
  case secondOrderBatchNorm
  case batchOfOne(rowsLeft: Bool)
  case plotAxes
  case plotMixed
  case plotSlope
  case plotRange(String)
  case plotElement(String, count: Int, first: String)
  case plotNeedsRange(String, kind: String, ranges: String)
  case plotInputs(Int, function: String? = nil)
  case nothingToExplain(String)
  case comparedKinds
  case noStep(String)
  case rewind(RewindProblem)
  case noSuchRow(Int, count: Int)
  case noTrainingYet
  case tooManyRows(rows: Int, work: Int)
  case noSeries(String, run: String, known: [String], closest: String?)
  case valueCount(names: Int, values: Int)
  case limit(Limits.Reached)
  case interrupted
  case needsValue(verb: String, signature: String)
}

/// What may help where a training went wrong.
enum TrainingRemedy { case smallerSteps }
