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
  case unknownWord(String, of: String, known: [String], closest: String?)
  case unpackedNowhere
  case missingSetting(String, of: String)
  case optionWithout(String, needs: String)
  case settingConflict(String, of: String)
  case nothingToExplain(String)
  case comparedKinds
  case valueCount(names: Int, values: Int)
  case limit(Limits.Reached)
  case interrupted
  case needsValue(verb: String, signature: String)
}
