import Reporting

/// What can be wrong with the text of a program, as facts; the words are beside.
enum SyntaxProblem {
  case invalidUTF8(UInt8)
  case unknownCharacter(String)
  case foreignSymbol(String, ForeignSymbols.Remedy)
  case foreignWord(String, remedy: String)
  case singleQuotes(String)
  case unknownVerb(String, closest: String)
  case unclosedString
  case numberEndsInDot(String)
  case badNumber(String, upTo: String)
  case numberTooLarge(String)
  case expected(String, found: String)
  case expectedName(after: String, found: String)
  case operandMissing(after: String, found: String)
  case missingOperator(left: String, right: String, gap: SourceRange)
  case missingParentheses(function: String, operand: String)
  case severalNames
  case severalValues
  case commaInParentheses(verb: String?)
  case secondEquals
  case elementAssigned(start: SourceRange)
  case missingComma
  case nonFiniteData(String)
  case signTouchesNumber(left: String, right: String, sign: String)
  case comparisonChain
  case unclosed(String)
  case unopened(String)
  case wrongCloser(String, expected: String)
  case tooDeep(Int)
  case bodyWithoutValue
  case emptyBody
  case equalsInExpression
  case claimWithoutVerb(String)
  case duplicateParameter(String)
  case operandAfterSetting(String)
}
