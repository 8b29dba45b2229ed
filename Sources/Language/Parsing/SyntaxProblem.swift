import Reporting

/// What can be wrong with the text of a program, as facts; the words are beside.
enum SyntaxProblem {
  case invalidUTF8(UInt8)
  case unknownCharacter(String)
  case foreignSymbol(String, ours: String)
  case unclosedString
  case numberEndsInDot(String)
  case badNumber(String, upTo: String)
  case numberTooLarge(String)
  case expected(String, found: String)
  case expectedName(after: String, found: String)
  case operandMissing(after: String, found: String)
  case missingOperator(left: String, right: String)
  case missingComma
  case signTouchesNumber(left: String, right: String, sign: String)
  case comparisonChain
  case unclosed(String)
  case unopened(String)
  case wrongCloser(String, expected: String)
  case tooDeep(Int)
  case bodyWithoutValue
  case emptyBody
  case equalsInExpression
  case duplicateParameter(String)
  case operandAfterSetting(String)
}
