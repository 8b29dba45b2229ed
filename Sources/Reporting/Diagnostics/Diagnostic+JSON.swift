extension Diagnostic {
  /// The diagnostic as one JSON object; the places are null where it is about no text.
  ///
  /// An end is the place after the last character, so an empty range ends where it begins.
  public func jsonValue(in map: SourceMap) -> JSONValue {
    let place = map.place(of: range)
    var fields: [(String, JSONValue)] = [
      ("type", .string("diagnostic")),
      ("severity", .string(severity.rawValue)),
      ("id", .string(id)),
      ("message", .string(message)),
      ("file", place.map { .string($0.file) } ?? .null),
    ]
    fields += Diagnostic.fields(of: place)
    fields.append(("fixes", .array(fixes.map { $0.jsonValue(in: map) })))
    fields.append(("notes", .array(notes.map(JSONValue.string))))
    return .object(fields)
  }

  fileprivate static func fields(of place: SourceMap.Place?) -> [(String, JSONValue)] {
    [
      ("line", place.map { .integer($0.start.line) } ?? .null),
      ("column", place.map { .integer($0.start.column) } ?? .null),
      ("end_line", place.map { .integer($0.end.line) } ?? .null),
      ("end_column", place.map { .integer($0.end.column) } ?? .null),
    ]
  }
}

extension Diagnostic.Fix {
  fileprivate func jsonValue(in map: SourceMap) -> JSONValue {
    .object(
      [("message", .string(message))] + Diagnostic.fields(of: map.place(of: range))
        + [("replacement", .string(replacement))])
  }
}
