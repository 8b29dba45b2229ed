import Reporting

extension Progress {
  /// The version of the form in which it is written.
  public static let version = 1

  /// Why a text is no progress.
  public enum Fault: Error, Sendable, Equatable {
    /// It is none, or half of one.
    case damaged
    /// A newer program wrote it, and may know more than this one could keep.
    case newer
  }

  /// Reads what `text` wrote; nothing at all is no progress yet.
  public init(reading bytes: [UInt8]) throws(Fault) {
    self.init()
    if bytes.isEmpty { return }
    guard let value = JSONValue(reading: bytes), case .number(let version)? = value["version"],
      version >= 1
    else { throw .damaged }
    if version > Double(Self.version) { throw .newer }
    guard let exercises = value["exercises"]?.fields, let lessons = value["lessons"]?.fields
    else { throw .damaged }
    for (name, result) in exercises {
      guard case .number(let points)? = result["points"],
        case .number(let maximum)? = result["maximum"], points >= 0, maximum >= 0,
        case .bool(let isSkipped)? = result["skipped"]
      else { throw .damaged }
      var hint: HintRung?
      if case .string(let word)? = result["hint"] { hint = HintRung(word) }
      note(Result(points: points, maximum: maximum, isSkipped: isSkipped, hint: hint), of: name)
    }
    for (name, lesson) in lessons {
      guard case .number(let number)? = lesson["reached"], let stop = Int(exactly: number)
      else { throw .damaged }
      note(reaching: stop, of: name)
    }
  }

  /// The progress as one line of JSON.
  public var text: String {
    let exercises = results.sorted { $0.key < $1.key }.map { name, result in
      var fields: [(String, JSONValue)] = [
        ("points", .number(result.points)), ("maximum", .number(result.maximum)),
        ("skipped", .bool(result.isSkipped)),
      ]
      if let hint = result.hint { fields.append(("hint", .string(hint.name))) }
      return (name, JSONValue.object(fields))
    }
    let lessons = reached.sorted { $0.key < $1.key }.map { name, stop in
      (name, JSONValue.object([("reached", .integer(stop))]))
    }
    let value = JSONValue.object([
      ("version", .integer(Self.version)), ("exercises", .object(exercises)),
      ("lessons", .object(lessons)),
    ])
    return value.text + "\n"
  }
}
