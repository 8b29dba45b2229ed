import Language
import Reporting

/// Where a submission tries to give an answer in words that cannot be read as one: the part it is
/// meant for is told what is wrong with them, not that there is no answer.
struct UnreadAnswers {
  /// What is wrong with statements that answer no part.
  private(set) var messages: [String] = []
  private var byPart: [Int: String] = [:]

  init(
    _ submission: SourceText, _ statements: [StatementOutline], _ troubles: [Diagnostic],
    parts: [CheckFile.Part]
  ) {
    let missing = parts.indices.filter { place in
      !statements.contains { parts[place].test.isAnswered(by: $0) }
    }
    for diagnostic in troubles {
      let place = submission.alone.place(of: diagnostic.range)?.start
      let words = place.map { "line \($0.line): \(diagnostic.message)" } ?? diagnostic.message
      let offset = max(0, Int(diagnostic.range.start) - 1)
      let statement = Self.statement(around: offset, in: submission)
      let meant = missing.first {
        byPart[$0] == nil && parts[$0].test.isTried(by: statement)
      }
      if place != nil, let meant { byPart[meant] = words } else { messages.append(words) }
    }
    for place in missing where byPart[place] == nil {
      guard case .answer(let name) = parts[place].test,
        let tried = statements.first(where: {
          $0.verb == nil && $0.definition == nil
            && parts[place].test.isTried(by: submission.text($0.bytes))
        })
      else { continue }
      let line = submission.position(of: tried.bytes.lowerBound).line
      byPart[place] = "line \(line): \(Self.form(of: name))"
    }
  }

  /// How an answer is given.
  static func form(of name: String) -> String { "an answer is given with '=': '\(name) = …'" }

  /// What is wrong with the words that are meant for a part; nil if there are none.
  func words(for part: Int) -> String? { byPart[part] }

  /// The words between two ends of statements that a place lies between.
  private static func statement(around offset: Int, in text: SourceText) -> String {
    let ends: Set<UInt8> = [UInt8(ascii: "\n"), UInt8(ascii: ";")]
    let place = min(offset, text.bytes.count)
    let start = text.bytes[..<place].lastIndex(where: ends.contains).map { $0 + 1 } ?? 0
    let end = text.bytes[place...].firstIndex(where: ends.contains) ?? text.bytes.count
    return text.text(start..<end)
  }
}

extension CheckFile.Test {
  /// Whether a statement gives what is asked for.
  func isAnswered(by statement: StatementOutline) -> Bool {
    switch self {
    case .answer(let name): statement.answerName == name
    case .claim(let left): statement.claimed == left
    case .statement: false
    }
  }

  /// Whether some words begin as an answer to it does.
  func isTried(by words: String) -> Bool {
    let words = words.drop(while: \.isWhitespace)
    switch self {
    case .answer(let name):
      return words.prefix { $0.isLetter || $0.isNumber || $0 == "_" } == name
    case .claim(let left):
      guard words.hasPrefix("claim") else { return false }
      return words.dropFirst("claim".count).filter { !$0.isWhitespace }.hasPrefix(left + "=")
    case .statement: return false
    }
  }
}
